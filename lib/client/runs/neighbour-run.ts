import { completeRuns, type RunList } from "./run-list";

/** The run beside another in the list, or why there is none to go to. */
export type Neighbour =
  { id: string } | { id: null; reason: "not-read" | "is-newest" | "is-oldest" | "not-searched" };

/** The run that was made next after this one (`newer`), or next before it. */
export function neighbourRun(list: RunList, taskId: string, way: "newer" | "older"): Neighbour {
  const runs = completeRuns(list);
  const at = runs.findIndex(({ id }) => id === taskId);
  if (at === -1) return { id: null, reason: "not-read" };
  const next = runs[way === "newer" ? at - 1 : at + 1];
  if (next !== undefined) return { id: next.id };
  if (way === "newer") return { id: null, reason: "is-newest" };
  return { id: null, reason: list.nextPage === null ? "is-oldest" : "not-searched" };
}
