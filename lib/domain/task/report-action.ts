import type { Action } from "./action";

/** The action by which a step stands that says something and does nothing: the last words of a run of v4. */
export const ANSWER = "answer";

/** Whether the agent reports with it that it is at an end, and did nothing to a page. */
export function isReport(action: Action): boolean {
  return "name" in action
    ? action.name === "done" || action.name === ANSWER
    : action.raw.includes('"done"');
}
