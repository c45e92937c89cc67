import type { Action } from "./action";

/** Whether the agent reports with it that it is at an end, and did nothing to a page. */
export function isReport(action: Action): boolean {
  return "name" in action ? action.name === "done" : action.raw.includes('"done"');
}
