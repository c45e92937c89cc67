"use client";

import { ChevronDown, ChevronUp, CircleCheck, Globe, Search, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { StepFilter } from "@/lib/domain/steps/find-steps";
import type { Outcome } from "@/lib/domain/task/outcome";
import type { HostCount } from "@/lib/domain/steps/step-hosts";
import { truncate } from "@/lib/domain/text/truncate";
import { FilterSelect } from "./filter-select";

const OUTCOMES: readonly { value: Outcome; label: string }[] = [
  { value: "failure", label: "Failed" },
  { value: "success", label: "Succeeded" },
  { value: "unknown", label: "Outcome unknown" },
];

type FindBarProps = {
  taskId: string;
  filter: StepFilter;
  hosts: readonly HostCount[];
  /** Which of the matches is selected, from 1; `at: null` for none of them. `null` when nothing is asked for. */
  matches: { at: number | null; count: number } | null;
  onQuery: (query: string) => void;
  onOutcome: (outcome: Outcome | null) => void;
  onHost: (host: string | null) => void;
  onClear: () => void;
  onGo: (direction: "next" | "previous") => void;
};

/** Looks for steps: words, outcome and host. A form of its own, so it works without JavaScript, too. */
export default function FindBar(props: FindBarProps) {
  const { taskId, filter, hosts, matches } = props;
  const { page } = useTaskRoutes(taskId);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      props.onGo(event.shiftKey ? "previous" : "next");
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (filter.query === "") event.currentTarget.blur();
      else props.onQuery("");
    }
  };
  return (
    <form
      role="search"
      aria-label="Find steps"
      action={page()}
      className="flex h-10 shrink-0 items-center gap-1 border-b border-line px-2"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <span className="relative flex h-7 min-w-0 grow items-center rounded-md focus-within:bg-raised hover:bg-raised">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute left-2 size-4 text-muted"
        />
        <input
          name="q"
          type="search"
          dir="auto"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-label="Find in steps"
          aria-keyshortcuts="/"
          placeholder="Find in steps"
          value={filter.query}
          onChange={({ target }) => {
            props.onQuery(target.value);
          }}
          onKeyDown={onKeyDown}
          className="h-full w-full min-w-0 rounded-md bg-transparent pr-1 pl-8 placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
        />
        {matches !== null && <MatchButtons {...props} matches={matches} />}
      </span>
      <FilterSelect
        name="outcome"
        label="Outcome"
        Icon={CircleCheck}
        all="Any outcome"
        value={filter.outcome}
        options={OUTCOMES}
        onChange={(value) => {
          props.onOutcome(OUTCOMES.find((option) => option.value === value)?.value ?? null);
        }}
      />
      <FilterSelect
        name="host"
        label="Host"
        Icon={Globe}
        all="Any host"
        value={filter.host}
        options={withChosen(hosts, filter.host).map(({ host, count }) => ({
          value: host,
          label: `${truncate(host, 80)} (${String(count)})`,
        }))}
        onChange={props.onHost}
      />
    </form>
  );
}

type MatchButtonsProps = Pick<FindBarProps, "onGo" | "onClear"> & {
  matches: NonNullable<FindBarProps["matches"]>;
};

function MatchButtons({ matches: { at, count }, onGo, onClear }: MatchButtonsProps) {
  const button = "size-6 rounded";
  return (
    <span className="flex shrink-0 items-center pr-0.5">
      <span className="px-1 text-xs whitespace-nowrap text-muted tabular-nums">
        {at ?? "–"} of {count.toLocaleString("en")}
      </span>
      <IconButton
        label="Previous match"
        className={button}
        disabled={count === 0}
        onClick={() => {
          onGo("previous");
        }}
      >
        <ChevronUp aria-hidden="true" />
      </IconButton>
      <IconButton
        label="Next match"
        className={button}
        disabled={count === 0}
        onClick={() => {
          onGo("next");
        }}
      >
        <ChevronDown aria-hidden="true" />
      </IconButton>
      <IconButton label="Clear the search" className={button} onClick={onClear}>
        <X aria-hidden="true" />
      </IconButton>
    </span>
  );
}

/** The chosen host stays in the menu when no step stands on it, or too few. */
function withChosen(hosts: readonly HostCount[], chosen: string | null): readonly HostCount[] {
  if (chosen === null || hosts.some(({ host }) => host === chosen)) return hosts;
  return [...hosts, { host: chosen, count: 0 }];
}
