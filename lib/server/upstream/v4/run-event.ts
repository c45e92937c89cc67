import "server-only";
import type { JsonObject } from "@/lib/domain/text/json";
import type { Usage } from "@/lib/domain/task/usage";

/** One event of the log of a run. Times are epoch milliseconds, `null` where there is none to read. */
export type RunEvent = { id: number; at: number | null } & EventContent;

/** What an event says. */
export type EventContent =
  | { kind: "life"; word: LifeWord; error: string | null }
  | { kind: "browser"; browserId: string | null; liveUrl: string | null; isReleased: boolean }
  | { kind: "model-call"; usage: Usage }
  | { kind: "search"; cost: string | null }
  | { kind: "files-changed" }
  | { kind: "step-start" }
  | { kind: "step-finish"; usage: Usage | null }
  | { kind: "reasoning" | "text" | "error"; text: string }
  | { kind: "tool"; call: ToolCall; picture: string | null }
  /** Of a type that is not known here: it is counted and shows nothing. */
  | { kind: "other" };

/** Where a run stands in its life; the last four end it. */
export type LifeWord =
  | "created"
  | "dispatching"
  | "dispatched"
  | "completed"
  | "failed"
  | "cancelled"
  | "dispatch_failed";

/** A call of a tool that has ended. Texts are the agent's, or a page's. */
export type ToolCall = {
  name: string;
  input: JsonObject;
  title: string;
  output: string;
  /** Why it failed; `null` for one that did not. */
  error: string | null;
};

/** A picture that stood in an event, by its address among the pictures of runs. */
export type EventPicture = { address: string; dataUrl: string };

const ENDS: ReadonlySet<LifeWord> = new Set([
  "completed",
  "failed",
  "cancelled",
  "dispatch_failed",
]);

/** True for a word after which nothing more happens. */
export function isEnd(word: LifeWord): boolean {
  return ENDS.has(word);
}
