"use client";

import { parseAsString, parseAsStringLiteral, throttle, useQueryStates } from "nuqs";
import type { StepFilter } from "@/lib/domain/find-steps";

const OUTCOMES = ["success", "failure", "unknown"] as const;
const LONGEST_QUERY = 200;
const FILTER = {
  q: parseAsString.withDefault(""),
  outcome: parseAsStringLiteral(OUTCOMES),
  host: parseAsString,
};
/** Browsers refuse to change the address too often. */
const URL_INTERVAL_MS = 250;

/** Which steps the reader looks for, kept in the URL; typing leaves no trace in the history. */
export function useStepFilter() {
  const [{ q, outcome, host }, setFilter] = useQueryStates(FILTER, {
    history: "replace",
    limitUrlUpdates: throttle(URL_INTERVAL_MS),
  });
  const filter: StepFilter = {
    query: q.slice(0, LONGEST_QUERY),
    outcome,
    host: host === "" ? null : host,
  };
  return {
    filter,
    setQuery: (query: string) => void setFilter({ q: query.slice(0, LONGEST_QUERY) }),
    setOutcome: (value: StepFilter["outcome"]) => void setFilter({ outcome: value }),
    setHost: (value: string | null) => void setFilter({ host: value }),
    clear: () => void setFilter(null),
  };
}
