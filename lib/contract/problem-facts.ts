import type { ProblemCode } from "./problem";

type ProblemFacts = { status: number; detail: string };

/** HTTP status and explanation of every problem; texts that never contain a word from upstream. */
export const PROBLEM_FACTS: Readonly<Record<ProblemCode, ProblemFacts>> = {
  "bad-task-id": {
    status: 400,
    detail: "A task ID is a UUID: 32 hexadecimal digits in five groups.",
  },
  "bad-request": { status: 400, detail: "A parameter is missing or has the wrong form." },
  "body-too-large": { status: 413, detail: "A request may have 64 KiB at most." },
  "sign-in-required": { status: 401, detail: "This address answers only who has signed in." },
  "wrong-password": { status: 401, detail: "The password is not the one of this server." },
  "sign-in-slowed": {
    status: 429,
    detail: "There were too many wrong passwords. Try again later; sessions go on meanwhile.",
  },
  "not-signed-out": {
    status: 503,
    detail:
      "The Redis that instances share does not answer: sessions ended here, and may go on at other instances. Try again.",
  },
  "cross-site": { status: 403, detail: "This address answers only requests from its own pages." },
  "not-found": { status: 404, detail: "There is nothing at this address." },
  "task-not-found": {
    status: 404,
    detail: "Browser Use Cloud knows no task with this ID under the configured API key.",
  },
  "step-not-found": { status: 404, detail: "The task has no step with this number." },
  "file-not-found": { status: 404, detail: "The task has no such file, or it is no longer kept." },
  "screenshot-not-found": {
    status: 404,
    detail: "This step has no screenshot, or it is no longer kept.",
  },
  "live-unavailable": {
    status: 409,
    detail: "The browser session is not active, or its address is not one this server allows.",
  },
  "share-not-found": {
    status: 404,
    detail: "The link has expired, was revoked, or is not complete.",
  },
  "share-unconfirmed": {
    status: 503,
    detail: "The server cannot find out now whether the link still works.",
  },
  "too-many-share-links": {
    status: 409,
    detail: "The task has as many share links as it may have. Revoke one first.",
  },
  "task-gone": { status: 410, detail: "Browser Use Cloud no longer has this task." },
  "key-rejected": {
    status: 502,
    detail:
      "Browser Use Cloud refused the configured API key, or does not let it read this task. Check BROWSER_USE_API_KEY on the server.",
  },
  "credits-exhausted": {
    status: 502,
    detail: "Browser Use Cloud answers that payment is required.",
  },
  "upstream-refused": {
    status: 502,
    detail: "The service does not answer requests for this task.",
  },
  "upstream-invalid": {
    status: 502,
    detail: "Browser Use Cloud answered with something that is not a task.",
  },
  "upstream-unavailable": {
    status: 502,
    detail: "The service did not answer, or answered with an error.",
  },
  "upstream-rate-limited": {
    status: 503,
    detail: "Browser Use Cloud limits the requests of this project.",
  },
  "upstream-timeout": { status: 504, detail: "The service did not answer in time." },
  internal: {
    status: 500,
    detail: "The server met an error of its own. The request ID finds it in the log.",
  },
};
