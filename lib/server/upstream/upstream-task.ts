import "server-only";
import type { Step } from "@/lib/domain/step";
import type { Task } from "@/lib/domain/task";
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
  /** Size of the answer it was read from. */
  bytes: number;
};

/** What a mapper knows of the browser session; `null` when the upstream did not say. */
export type SessionFacts = {
  id: string | null;
  status: string | null;
  liveUrl: string | null;
} | null;
