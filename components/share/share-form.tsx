"use client";

import { useDeferredValue, useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DEFAULT_LIFETIME,
  SHARE_LIFETIMES,
  type NewShareLink,
  type ShareLifetime,
} from "@/lib/contract/share-link";
import { SHARE_SCOPES, type ShareScope } from "@/lib/domain/sharing/grant";
import { DEFAULT_SCOPES, SCOPE_WORDS } from "@/lib/domain/sharing/share-scopes";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { detectExposedSecrets } from "./detect-exposed-secrets";
import { ShareFindings } from "./share-findings";

type ShareFormProps = {
  step: number | null;
  content: TaskContent;
  isBusy: boolean;
  onMake: (wish: NewShareLink) => void;
};

/** What a new link shows, for how long, and where it opens. */
export function ShareForm({ step, content, isBusy, onMake }: ShareFormProps) {
  const id = useId();
  const [chosen, setChosen] = useState<readonly ShareScope[]>(DEFAULT_SCOPES);
  const [lifetime, setLifetime] = useState<ShareLifetime>(DEFAULT_LIFETIME);
  const [opensAtStep, setOpensAtStep] = useState(true);
  const hasSteps = chosen.includes("steps");
  // The choice of screenshots is kept for when the steps come back.
  const scopes = useMemo(
    () => chosen.filter((scope) => scope !== "screenshots" || hasSteps),
    [chosen, hasSteps],
  );
  // Looking through a long run takes longer than a press may.
  const searched = useDeferredValue(content);
  const searchedScopes = useDeferredValue(scopes);
  const findings = useMemo(
    () => detectExposedSecrets(searched, searchedScopes),
    [searched, searchedScopes],
  );
  const canOpenAtStep = step !== null && hasSteps;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onMake({ scopes, lifetime, step: canOpenAtStep && opensAtStep ? step : null });
      }}
    >
      <fieldset>
        <legend className="mb-1.5 text-xs font-medium text-faint">What it shows</legend>
        <div className="grid gap-x-6 gap-y-2.5 sm:grid-cols-2">
          {SHARE_SCOPES.map((scope) => (
            <ScopeBox
              key={scope}
              id={`${id}-${scope}`}
              scope={scope}
              isChecked={scopes.includes(scope)}
              isFixed={scope === "status" || (scope === "screenshots" && !hasSteps)}
              onToggle={() => {
                setChosen(
                  chosen.includes(scope)
                    ? chosen.filter((one) => one !== scope)
                    : [...chosen, scope],
                );
              }}
            />
          ))}
        </div>
      </fieldset>
      <ShareFindings findings={findings} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2.5">
        <label className="flex items-center gap-2">
          Works for
          <select
            value={lifetime}
            onChange={({ target }) => {
              const next = SHARE_LIFETIMES.find(({ name }) => name === target.value);
              if (next !== undefined) setLifetime(next.name);
            }}
            className="h-8 cursor-pointer rounded-md border border-line-strong bg-surface px-2"
          >
            {SHARE_LIFETIMES.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {canOpenAtStep && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={opensAtStep}
              onChange={() => {
                setOpensAtStep(!opensAtStep);
              }}
              className="size-4 accent-accent"
            />
            Open at step {step}
          </label>
        )}
        <Button type="submit" look="primary" disabled={isBusy} className="ml-auto">
          Create link
        </Button>
      </div>
    </form>
  );
}

type ScopeBoxProps = {
  id: string;
  scope: ShareScope;
  isChecked: boolean;
  isFixed: boolean;
  onToggle: () => void;
};

function ScopeBox({ id, scope, isChecked, isFixed, onToggle }: ScopeBoxProps) {
  const { label, hint } = SCOPE_WORDS[scope];
  return (
    <div className="flex gap-2.5">
      <input
        type="checkbox"
        id={id}
        checked={isChecked}
        disabled={isFixed}
        aria-describedby={`${id}-hint`}
        onChange={onToggle}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      </div>
    </div>
  );
}
