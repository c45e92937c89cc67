import type { ProblemCode } from "./problem";

type ProblemWords = {
  /** The HTTP status of the answer. */
  status: number;
  /** What happened; the `detail` of the problem document, and the words of the page. */
  detail: string;
  /** What a reader can do about it. */
  next: string;
};

/**
 * Everything that is said of a problem besides its title, to programs and to readers alike. No text contains a word
 * from upstream.
 */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, ProblemWords>> = {
  "bad-task-id": {
    status: 400,
    detail:
      "A task ID is a UUID: 32 hexadecimal digits in five groups, such as 3c90c3cc-0d44-4b50-8888-8dd25736052a.",
    next: "Check the link, or paste the ID on the start page.",
  },
  "bad-request": {
    status: 400,
    detail: "A parameter is missing or has the wrong form.",
    next: "Check the link.",
  },
  "body-too-large": {
    status: 413,
    detail: "A request may have 64 KiB at most.",
    next: "Send less at a time.",
  },
  "sign-in-required": {
    status: 401,
    detail: "This address answers only people who are signed in.",
    next: "The sign-in page leads you back to where you are now.",
  },
  "wrong-password": {
    status: 401,
    detail: "The password is not the one of this server.",
    next: "Try again.",
  },
  "sign-in-slowed": {
    status: 429,
    detail:
      "Too many wrong passwords were entered, whoever it was. People who are signed in stay so.",
    next: "Try again later.",
  },
  "not-signed-out": {
    status: 503,
    detail:
      "Sessions have ended on this instance. They may go on at the others until the Redis that all of them share answers again.",
    next: "Try again in a moment.",
  },
  "cross-site": {
    status: 403,
    detail: "This address answers only requests from its own pages.",
    next: "Open the page directly.",
  },
  "not-found": {
    status: 404,
    detail: "There is nothing at this address.",
    next: "Start again from the start page.",
  },
  "task-not-found": {
    status: 404,
    detail: "Browser Use Cloud has no task with this ID under the API key of this server.",
    next: "A task created a moment ago can take a few seconds to appear. Otherwise check that the ID is complete and that it belongs to the same project as the key.",
  },
  "step-not-found": {
    status: 404,
    detail: "The task has no step with this number.",
    next: "Choose one from the timeline.",
  },
  "file-not-found": {
    status: 404,
    detail: "The task has no such file, or it is no longer kept.",
    next: "Reload the task page.",
  },
  "screenshot-not-found": {
    status: 404,
    detail: "This step has no screenshot, or it is no longer kept.",
    next: "Reload the task page.",
  },
  "live-unavailable": {
    status: 409,
    detail: "The browser session is not active, or its address is not one this server allows.",
    next: "The screenshots of the steps show what happened.",
  },
  "share-not-found": {
    status: 404,
    detail: "The link has expired, was revoked, or is not complete.",
    next: "Ask whoever sent it for a new one.",
  },
  "share-unconfirmed": {
    status: 503,
    detail: "The server cannot find out now whether the link still works.",
    next: "Retrying automatically.",
  },
  "share-list-unavailable": {
    status: 503,
    detail: "The server cannot read or change the list of share links now.",
    next: "Try again in a moment.",
  },
  "too-many-share-links": {
    status: 409,
    detail: "The task has as many share links as it may have.",
    next: "Revoke one that is no longer needed.",
  },
  "seen-unavailable": {
    status: 503,
    detail: "The server cannot read or change now what was marked as seen.",
    next: "Try again in a moment.",
  },
  "downloads-limited": {
    status: 429,
    detail: "This link has handed out as many files as it may in one minute.",
    next: "Try again in a minute.",
  },
  "control-off": {
    status: 403,
    detail: "This server only watches tasks: ALLOW_CONTROL is not set.",
    next: "Set ALLOW_CONTROL=1 on the server, and start it again.",
  },
  "task-ended": {
    status: 409,
    detail: "The task had ended when this arrived. Nothing was changed.",
    next: "Look at how it ended.",
  },
  "queue-full": {
    status: 409,
    detail: "The session has as many waiting messages as it may have: ten.",
    next: "Send it once one of them was taken.",
  },
  "session-busy": {
    status: 409,
    detail: "The session of this run takes no message now.",
    next: "Try again in a moment.",
  },
  "outcome-unknown": {
    status: 502,
    detail:
      "Browser Use Cloud did not confirm it. It may have been done or not, and was not tried again.",
    next: "Look at the task before you try again.",
  },
  "task-gone": {
    status: 410,
    detail: "Browser Use Cloud no longer has this task.",
    next: "Ask whoever ran it for a saved report.",
  },
  "key-rejected": {
    status: 502,
    detail:
      "Browser Use Cloud refuses the API key of this server, or does not let it read this task.",
    next: "Set BROWSER_USE_API_KEY on the server to a valid key of the task’s project, and start it again. Without that it asks again after a minute at the earliest.",
  },
  "credits-exhausted": {
    status: 502,
    detail:
      "Browser Use Cloud answers that payment is required: the account has no credits, or the API key has spent what it may this month.",
    next: "Top up the account, or raise the limit of the key, then try again.",
  },
  "upstream-refused": {
    status: 502,
    detail: "The service does not answer requests for this task, and did not say why.",
    next: "Check BROWSER_USE_BASE_URL on the server. The server asks again after a minute at the earliest.",
  },
  "upstream-invalid": {
    status: 502,
    detail: "Browser Use Cloud answered with something that is not a task.",
    next: "Retrying automatically. If it stays so, check BROWSER_USE_BASE_URL on the server.",
  },
  "upstream-unavailable": {
    status: 502,
    detail: "The service did not answer, or answered with an error.",
    next: "Retrying automatically: the task appears as soon as the service is back.",
  },
  "upstream-rate-limited": {
    status: 503,
    detail:
      "Browser Use Cloud limits how often this project may ask. Nothing is wrong with the task.",
    next: "Retrying automatically as soon as that is allowed.",
  },
  "upstream-timeout": {
    status: 504,
    detail: "The service did not answer in time.",
    next: "Retrying automatically.",
  },
  internal: {
    status: 500,
    detail: "The fault is the server's own. Its log has the details, under the request ID.",
    next: "Try again. If it stays so, look into the server's log.",
  },
};
