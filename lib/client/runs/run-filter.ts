import { LISTED_STATUSES, type ListedStatus } from "@/lib/contract/task-list";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { Verdict } from "@/lib/domain/task/task";
import { truncate } from "@/lib/domain/text/truncate";

/** What agent and judge say of a run together. */
export const RUN_VERDICTS = ["success", "failure", "disagree", "none"] as const;
export type RunVerdict = (typeof RUN_VERDICTS)[number];

/** Which runs of the account to show; `null`, and an empty query, leave none out. */
export type RunFilter = {
  status: ListedStatus | null;
  verdict: RunVerdict | null;
  model: string | null;
  query: string;
  sessionId: string | null;
};

/** The names of a filter's parts in the address. */
export const FILTER_NAMES = {
  status: "status",
  verdict: "verdict",
  model: "model",
  query: "q",
  sessionId: "session",
} as const satisfies Record<keyof RunFilter, string>;

const LONGEST = 200;

/** Reads the filter out of an address; a part that means nothing is none. */
export function parseRunFilter(search: Pick<URLSearchParams, "get">): RunFilter {
  const read = (name: keyof RunFilter) => truncate(search.get(FILTER_NAMES[name]) ?? "", LONGEST);
  const model = read("model");
  return {
    status: LISTED_STATUSES.find((status) => status === read("status")) ?? null,
    verdict: RUN_VERDICTS.find((verdict) => verdict === read("verdict")) ?? null,
    model: model === "" ? null : model,
    query: read("query"),
    sessionId: parseTaskId(read("sessionId")),
  };
}

/** Whether a filter may leave runs out. */
export function isFilteringRuns({ query, ...parts }: RunFilter): boolean {
  return query.trim() !== "" || Object.values(parts).some((part) => part !== null);
}

/** What agent and judge say together: who says nothing denies nothing. */
export function runVerdict({ agent, judge }: Pick<Verdict, "agent" | "judge">): RunVerdict {
  if (agent === null && judge === null) return "none";
  if (agent !== null && judge !== null && agent !== judge) return "disagree";
  return (judge ?? agent) === true ? "success" : "failure";
}
