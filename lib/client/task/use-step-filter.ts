"use client";

import type { StepFilter } from "@/lib/domain/steps/find-steps";
import { beginningOf } from "@/lib/domain/text/truncate";
import { changeUrlSearch, useUrlSearch } from "@/lib/client/url/url-search";

const OUTCOMES = ["success", "failure", "unknown"] as const;
const LONGEST_QUERY = 200;

/** Which steps the reader looks for, kept in the URL; typing leaves no trace in the history. */
export function useStepFilter() {
  const search = useUrlSearch();
  const host = search.get("host");
  const filter: StepFilter = {
    query: beginningOf(search.get("q") ?? "", LONGEST_QUERY),
    outcome: OUTCOMES.find((name) => name === search.get("outcome")) ?? null,
    host: host === "" ? null : host,
  };
  return {
    filter,
    setQuery: (query: string) => {
      change({ q: query === "" ? null : beginningOf(query, LONGEST_QUERY) });
    },
    setOutcome: (outcome: StepFilter["outcome"]) => {
      change({ outcome });
    },
    setHost: (value: string | null) => {
      change({ host: value });
    },
    clear: () => {
      change({ q: null, outcome: null, host: null });
    },
  };
}

function change(parts: Parameters<typeof changeUrlSearch>[0]): void {
  changeUrlSearch(parts, "replace");
}
