import type { Tone } from "@/components/ui/badge";
import type { ServerStatus } from "@/lib/contract/server-status";

/** How a state is shown. */
export type Face = { tone: Tone; words: string };

export const UPSTREAM_FACES: Record<ServerStatus["upstream"]["state"], Face> = {
  unknown: { tone: "muted", words: "Unknown: not called yet" },
  answers: { tone: "success", words: "Answers" },
  fails: { tone: "failure", words: "Fails" },
  paused: { tone: "waiting", words: "Paused" },
};

export const KEY_FACES: Record<ServerStatus["upstream"]["key"], Face> = {
  unknown: { tone: "muted", words: "Unknown" },
  accepted: { tone: "success", words: "Accepted" },
  refused: { tone: "failure", words: "Refused" },
};

export const REDIS_FACES: Record<ServerStatus["redis"], Face> = {
  none: { tone: "muted", words: "Not configured" },
  answers: { tone: "success", words: "Answers" },
  away: { tone: "failure", words: "Does not answer" },
};

export const SENDER_FACES: Record<NonNullable<ServerStatus["notices"]>["sender"], Face> = {
  this: { tone: "success", words: "This instance" },
  another: { tone: "muted", words: "Another instance" },
  unknown: { tone: "failure", words: "Nobody: Redis does not answer" },
};
