import "server-only";
import type { Step } from "@/lib/domain/task/step";
import type { RunBrowser, Task } from "@/lib/domain/task/task";
import type { AnswerSource } from "@/lib/server/upstream/known-answer";
import type { RunState } from "@/lib/server/upstream/v4/run-state";
import type { WireContract } from "./recognise-contract";

/** A task as the gateway read it: what may be shown, and apart from it what must stay on the server. */
export type UpstreamTask = {
  contract: WireContract;
  task: Task;
  steps: readonly Step[];
  /** The live view's address, a credential; `null` unless the session is active and the address allowed. */
  liveUrl: string | null;
  sessionId: string | null;
  /** Presigned, short-lived addresses by step number. */
  screenshotUrls: ReadonlyMap<number, string>;
  /** About the size of what is kept of it, in bytes of JSON. */
  bytes: number;
  /** The answer that it was read from, where that helps to read the next one. It weighs by itself. */
  source?: AnswerSource;
  /** What is known of the log of a v4 run, by which the next answer is read. */
  run?: RunState;
};

/** A task with all its texts in full, as it was answered; too large to be kept. */
export type FullTask = Omit<UpstreamTask, "bytes" | "source" | "run">;

/** What a mapper knows of the browser session; `null` when the upstream did not say. */
export type SessionFacts = {
  id: string | null;
  status: string | null;
  liveUrl: string | null;
  /** The browsers of a session of v4, the newest last. */
  browsers?: readonly RunBrowser[];
} | null;
