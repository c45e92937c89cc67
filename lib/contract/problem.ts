/** The title of every problem our HTTP API reports; never a word from upstream. */
export const PROBLEM_TITLES = {
  "bad-task-id": "That is not a task ID",
  "bad-request": "The request is not understood",
  "body-too-large": "The request is too large",
  "sign-in-required": "Sign in to go on",
  "wrong-password": "That is not the password",
  "sign-in-slowed": "Too many wrong passwords",
  "not-signed-out": "Not signed out everywhere",
  "cross-site": "Request from another site refused",
  "not-found": "Nothing here",
  "task-not-found": "Task not found",
  "step-not-found": "No such step",
  "file-not-found": "File not found",
  "screenshot-not-found": "No screenshot",
  "live-unavailable": "No live view",
  "share-not-found": "This link does not work",
  "share-unconfirmed": "The link cannot be checked now",
  "too-many-share-links": "Too many share links",
  "task-gone": "Task no longer available",
  "key-rejected": "API key rejected",
  "credits-exhausted": "Account out of credits",
  "upstream-refused": "Browser Use Cloud refuses the request",
  "upstream-invalid": "Unreadable answer",
  "upstream-unavailable": "Browser Use Cloud is not reachable",
  "upstream-rate-limited": "Rate limited",
  "upstream-timeout": "Browser Use Cloud is slow",
  internal: "Something went wrong here",
} as const;

/** The name of a problem; stable, for programs. */
export type ProblemCode = keyof typeof PROBLEM_TITLES;

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
  return typeof value === "string" && Object.hasOwn(PROBLEM_TITLES, value);
}
