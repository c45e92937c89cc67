"use client";

import { X } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button } from "@/components/ui/button";
import {
  FILTER_NAMES,
  isFilteringRuns,
  RUN_VERDICTS,
  type RunFilter,
  type RunVerdict,
} from "@/lib/client/runs/run-filter";
import { changeUrlSearch } from "@/lib/client/url/url-search";
import { LISTED_STATUSES } from "@/lib/contract/task-list";
import { TASK_STATUSES } from "@/lib/domain/task/task-status";
import { truncate } from "@/lib/domain/text/truncate";
import { showHidden } from "@/lib/domain/text/hidden-characters";

const VERDICT_WORDS: Record<RunVerdict, string> = {
  success: "Says success",
  failure: "Says failure",
  disagree: "Agent and judge disagree",
  none: "Nobody said",
};

const CHOICE =
  "h-8 max-w-48 rounded-md border border-line-strong bg-surface px-2 text-[0.8125rem] text-muted max-sm:max-w-none max-sm:min-w-0 max-sm:grow max-sm:basis-[40%]";

type RunFiltersProps = {
  filter: RunFilter;
  /** The models of the runs that were read. */
  models: readonly string[];
  /** Those that need somebody stand first. */
  isByNeed: boolean;
  queryRef: Ref<HTMLInputElement>;
};

/** Narrows the list, in the address. */
export function RunFilters({ filter, models, isByNeed, queryRef }: RunFiltersProps) {
  const all =
    filter.model === null || models.includes(filter.model) ? models : [filter.model, ...models];
  return (
    <div role="search" aria-label="Filter the runs" className="flex flex-wrap items-center gap-2">
      <input
        ref={queryRef}
        type="search"
        aria-label="Words of a prompt, or an ID"
        placeholder="Words of a prompt, or an ID"
        autoComplete="off"
        spellCheck={false}
        value={filter.query}
        onChange={(event) => {
          change("query", event.target.value);
        }}
        className="h-8 min-w-40 grow rounded-md border border-line-strong bg-surface px-2.5 text-[0.8125rem] placeholder:text-faint max-sm:basis-full sm:max-w-72"
      />
      <Choice label="Status" name="status" value={filter.status}>
        {LISTED_STATUSES.map((status) => (
          <option key={status} value={status}>
            {TASK_STATUSES[status].label}
          </option>
        ))}
      </Choice>
      <Choice label="Verdict" name="verdict" value={filter.verdict}>
        {RUN_VERDICTS.map((verdict) => (
          <option key={verdict} value={verdict}>
            {VERDICT_WORDS[verdict]}
          </option>
        ))}
      </Choice>
      <Choice label="Model" name="model" value={filter.model}>
        {all.map((model) => (
          <option key={model} value={model}>
            {showHidden(truncate(model, 40))}
          </option>
        ))}
      </Choice>
      {filter.sessionId !== null && (
        <Button
          onClick={() => {
            change("sessionId", null);
          }}
        >
          Session <span className="font-mono">{filter.sessionId.slice(0, 8)}</span>
          <X aria-label="Remove" />
        </Button>
      )}
      <select
        aria-label="Order"
        value={isByNeed ? "need" : ""}
        onChange={(event) => {
          changeUrlSearch({ sort: event.target.value === "" ? null : event.target.value }, "push");
        }}
        className={CHOICE}
      >
        <option value="">Newest first</option>
        <option value="need">By need</option>
      </select>
      {isFilteringRuns(filter) && (
        <Button look="quiet" onClick={clearRunFilter}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

/** Takes every part of the filter out of the address. */
export function clearRunFilter(): void {
  const names = Object.values(FILTER_NAMES);
  changeUrlSearch(Object.fromEntries(names.map((name) => [name, null])), "push");
}

type ChoiceProps = {
  label: string;
  name: "status" | "verdict" | "model";
  value: string | null;
  children: ReactNode;
};

function Choice({ label, name, value, children }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => {
        change(name, event.target.value);
      }}
      className={CHOICE}
    >
      <option value="">{label}: any</option>
      {children}
    </select>
  );
}

function change(name: keyof RunFilter, value: string | null): void {
  // A history of every letter helps nobody.
  const history = name === "query" ? "replace" : "push";
  changeUrlSearch({ [FILTER_NAMES[name]]: value === "" ? null : value }, history);
}
