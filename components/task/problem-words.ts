import type { ApiErrorCode } from "@/lib/client/api-error";

/** What a reader can do about a problem that leaves the page without data. */
export type ProblemWords = { title: string; words: string; next: string };

/** A page of words for each problem; the server's texts name the cause, these name the next step. */
export const PROBLEM_WORDS: Record<ApiErrorCode, ProblemWords> = {
  "bad-task-id": {
    title: "That is not a task ID",
    words:
      "A task ID is a UUID: 32 hexadecimal digits in five groups, such as 3c90c3cc-0d44-4b50-8888-8dd25736052a.",
    next: "Check the link, or paste the ID on the start page.",
  },
  "task-not-found": {
    title: "Task not found",
    words: "Browser Use Cloud has no task with this ID under the API key of this server.",
    next: "A task created a moment ago can take a few seconds to appear. Otherwise check that the ID is complete and that it belongs to the same project as the key.",
  },
  "task-gone": {
    title: "Task no longer available",
    words: "Browser Use Cloud once had this task and has removed it.",
    next: "Ask whoever ran it for a saved report.",
  },
  "key-rejected": {
    title: "API key rejected",
    words:
      "Browser Use Cloud refuses the API key of this server, or does not let it read this task.",
    next: "Set a valid BROWSER_USE_API_KEY of the task’s project on the server and start it again. Otherwise the server asks again after a minute at the earliest.",
  },
  "credits-exhausted": {
    title: "Account out of credits",
    words: "Browser Use Cloud answers that payment is required.",
    next: "Top up the account, then try again.",
  },
  "upstream-refused": {
    title: "Browser Use Cloud refuses the request",
    words: "The service does not answer requests for this task, and did not say why.",
    next: "Check BROWSER_USE_BASE_URL on the server. The server asks again after a minute at the earliest.",
  },
  "upstream-rate-limited": {
    title: "Rate limited",
    words:
      "Browser Use Cloud limits how often this project may ask. Nothing is wrong with the task.",
    next: "The page tries again by itself as soon as it may.",
  },
  "upstream-timeout": {
    title: "Browser Use Cloud is slow",
    words: "The service did not answer in time.",
    next: "The page keeps trying by itself.",
  },
  "upstream-unavailable": {
    title: "Browser Use Cloud is not reachable",
    words: "The service did not answer, or answered with an error.",
    next: "The page keeps trying by itself and shows the task as soon as the service is back.",
  },
  "upstream-invalid": {
    title: "Unreadable answer",
    words: "Browser Use Cloud answered with something that is not a task.",
    next: "The page keeps trying by itself. If it stays so, check BROWSER_USE_BASE_URL on the server.",
  },
  offline: {
    title: "No connection to this server",
    words: "This browser cannot reach the Sightglass server.",
    next: "Check your network. The page tries again by itself.",
  },
  unreadable: {
    title: "Unreadable answer of this server",
    words:
      "Something between this browser and the Sightglass server answered in its place, such as a sign-in page of the network.",
    next: "Reload the page.",
  },
  internal: {
    title: "Something went wrong here",
    words: "The Sightglass server met an error of its own.",
    next: "Try again. If it stays so, the server's log has the details.",
  },
  "bad-request": {
    title: "The request is not understood",
    words: "The server cannot read this address.",
    next: "Check the link.",
  },
  "body-too-large": {
    title: "The request is too large",
    words: "The server takes requests of 64 KiB at most.",
    next: "Send less at a time.",
  },
  "sign-in-required": {
    title: "Sign in to go on",
    words: "Your session has ended, or you have signed out in another tab.",
    next: "The sign-in page leads you back to where you are now.",
  },
  "wrong-password": {
    title: "That is not the password",
    words: "The password is not the one of this server.",
    next: "Try again.",
  },
  "sign-in-slowed": {
    title: "Too many wrong passwords",
    words: "The server looks at a few passwords a minute, whoever they come from.",
    next: "Try again later.",
  },
  "not-signed-out": {
    title: "Not signed out everywhere",
    words: "The instances of this server cannot reach each other now.",
    next: "Try again in a moment.",
  },
  "cross-site": {
    title: "Request refused",
    words: "The request came from another site.",
    next: "Open the page directly.",
  },
  "not-found": {
    title: "Nothing here",
    words: "There is nothing at this address.",
    next: "Start again from the start page.",
  },
  "step-not-found": {
    title: "No such step",
    words: "The task has no step with this number.",
    next: "Choose one from the timeline.",
  },
  "file-not-found": {
    title: "File not found",
    words: "The task has no such file, or it is no longer kept.",
    next: "Reload the task page.",
  },
  "screenshot-not-found": {
    title: "No screenshot",
    words: "This step has no screenshot, or it is no longer kept.",
    next: "Reload the task page.",
  },
  "share-not-found": {
    title: "This link does not work",
    words: "It has expired, was revoked, or is not complete.",
    next: "Ask whoever sent it for a new one.",
  },
  "share-unconfirmed": {
    title: "The link cannot be checked now",
    words: "The server cannot find out whether the link still works.",
    next: "The page keeps trying by itself.",
  },
  "too-many-share-links": {
    title: "Too many share links",
    words: "The task has as many share links as it may have.",
    next: "Revoke one that is no longer needed.",
  },
  "live-unavailable": {
    title: "No live view",
    words: "The browser session is not active, or its address is not one this server allows.",
    next: "The screenshots of the steps show what happened.",
  },
};
