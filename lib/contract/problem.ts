/** The names of the problems that our HTTP API reports; stable, for programs. */
const PROBLEM_CODES = [
  "bad-task-id",
  "bad-request",
  "body-too-large",
  "sign-in-required",
  "wrong-password",
  "sign-in-slowed",
  "not-signed-out",
  "cross-site",
  "not-found",
  "task-not-found",
  "step-not-found",
  "file-not-found",
  "screenshot-not-found",
  "live-unavailable",
  "share-not-found",
  "share-unconfirmed",
  "share-list-unavailable",
  "too-many-share-links",
  "seen-unavailable",
  "downloads-limited",
  "control-off",
  "task-ended",
  "queue-full",
  "session-busy",
  "outcome-unknown",
  "task-gone",
  "key-rejected",
  "credits-exhausted",
  "upstream-refused",
  "upstream-invalid",
  "upstream-unavailable",
  "upstream-rate-limited",
  "upstream-timeout",
  "internal",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

const KNOWN: ReadonlySet<unknown> = new Set(PROBLEM_CODES);

/** An RFC 9457 problem document, as `application/problem+json`. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  requestId: string;
};

/** True when a text names a problem of ours. */
export function isProblemCode(value: unknown): value is ProblemCode {
  return KNOWN.has(value);
}
