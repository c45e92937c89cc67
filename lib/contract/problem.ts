type ProblemFacts = { status: number; title: string; detail: string };

/** Every problem our HTTP API reports: status, and texts that never contain a word from upstream. */
export const PROBLEMS = {
  "bad-task-id": {
    status: 400,
    title: "That is not a task ID",
    detail: "A task ID is a UUID: 32 hexadecimal digits in five groups.",
  },
  "bad-request": {
    status: 400,
    title: "The request is not understood",
    detail: "A parameter is missing or has the wrong form.",
  },
  "cross-site": {
    status: 403,
    title: "Request from another site refused",
    detail: "This address answers only requests from its own pages.",
  },
  "not-found": { status: 404, title: "Nothing here", detail: "There is nothing at this address." },
  "task-not-found": {
    status: 404,
    title: "Task not found",
    detail: "Browser Use Cloud knows no task with this ID under the configured API key.",
  },
  "step-not-found": {
    status: 404,
    title: "No such step",
    detail: "The task has no step with this number.",
  },
  "file-not-found": {
    status: 404,
    title: "File not found",
    detail: "The task has no such file, or it is no longer kept.",
  },
  "screenshot-not-found": {
    status: 404,
    title: "No screenshot",
    detail: "This step has no screenshot, or it is no longer kept.",
  },
  "live-unavailable": {
    status: 409,
    title: "No live view",
    detail: "The browser session is not active, or its address is not one this server allows.",
  },
  "task-gone": {
    status: 410,
    title: "Task no longer available",
    detail: "Browser Use Cloud no longer has this task.",
  },
  "key-rejected": {
    status: 502,
    title: "API key rejected",
    detail:
      "Browser Use Cloud refused the configured API key, or does not let it read this task. Check BROWSER_USE_API_KEY on the server.",
  },
  "credits-exhausted": {
    status: 502,
    title: "Account out of credits",
    detail: "Browser Use Cloud answers that payment is required.",
  },
  "upstream-refused": {
    status: 502,
    title: "Browser Use Cloud refuses the request",
    detail: "The service does not answer requests for this task.",
  },
  "upstream-invalid": {
    status: 502,
    title: "Unreadable answer",
    detail: "Browser Use Cloud answered with something that is not a task.",
  },
  "upstream-unavailable": {
    status: 502,
    title: "Browser Use Cloud is not reachable",
    detail: "The service did not answer, or answered with an error.",
  },
  "upstream-rate-limited": {
    status: 503,
    title: "Rate limited",
    detail: "Browser Use Cloud limits the requests of this project.",
  },
  "upstream-timeout": {
    status: 504,
    title: "Browser Use Cloud is slow",
    detail: "The service did not answer in time.",
  },
  internal: {
    status: 500,
    title: "Something went wrong here",
    detail: "The server met an error of its own. The request ID finds it in the log.",
  },
} as const satisfies Record<string, ProblemFacts>;

/** The name of a problem; stable, for programs. */
export type ProblemCode = keyof typeof PROBLEMS;

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
  return typeof value === "string" && Object.hasOwn(PROBLEMS, value);
}
