import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { FailureReason } from "./failure-reason";

/** A call that changes something upstream. */
export type UpstreamAction = {
  method: "POST" | "PATCH";
  body: object;
  /** What statuses mean for this call alone. A 429 that names a time to wait is the limit of calls all the same. */
  refusals?: Readonly<Partial<Record<number, ProblemCode>>>;
};

/** What a refusal of an action means; `null` where it means what it means for every call. */
export function problemOfAction(
  status: number,
  { refusals }: UpstreamAction,
  asksToWait: boolean,
): ProblemCode | null {
  if (status === 429 && asksToWait) return null;
  const own = refusals?.[status];
  if (own !== undefined) return own;
  // The id was good when the task was read: it is what was asked for that is refused.
  if (status === 422) return "upstream-refused";
  return status >= 500 || status === 408 ? "outcome-unknown" : null;
}

/** Failures of a connection over which nothing was sent. */
const NOT_SENT: ReadonlySet<FailureReason> = new Set<FailureReason>([
  "connection-refused",
  "host-not-found",
  "host-lookup-failed",
  "certificate-expired",
  "certificate-wrong-host",
  "certificate-untrusted",
  "redirected",
]);

/** What it means for an action that no answer came. */
export function problemOfLostAction(reason: FailureReason): ProblemCode {
  return NOT_SENT.has(reason) ? "upstream-unavailable" : "outcome-unknown";
}
