import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ServerStatus } from "@/lib/contract/server-status";
import { StatusPage } from "./status-page";

const TIME = "2026-01-02T03:04:05.678Z";
const FRESH: ServerStatus = {
  version: "1.2.3",
  node: "20.0.0",
  startedAt: TIME,
  readAt: TIME,
  intervalMs: 1000,
  notReady: null,
  upstream: {
    state: "unknown",
    cause: null,
    answeredAt: null,
    failedAt: null,
    failedWith: null,
    key: "unknown",
  },
  rateLimit: { limit: null, remaining: null, pausedUntil: null },
  tasks: { watched: 0, watchers: 0 },
  notices: null,
  redis: "none",
  memory: 100 * 1024 * 1024,
};

/** The words of a page, without its tags. */
const wordsOf = (status: ServerStatus) =>
  renderToStaticMarkup(<StatusPage status={status} />).replace(/<[^>]*>/g, "|");

it("says of a server that called nobody yet what is unknown", () => {
  const words = wordsOf(FRESH);
  expect(words).toContain("Unknown: not called yet");
  expect(words).toMatch(/Left of them\|+Unknown/);
  expect(words).toMatch(/Last answer\|+None since the start/);
  expect(words).toMatch(/Version\|+1\.2\.3/);
  expect(words).not.toContain("Messages");
});

it("says why a server is not ready, and how the upstream fails", () => {
  const words = wordsOf({
    ...FRESH,
    notReady: "key refused",
    redis: "away",
    upstream: {
      ...FRESH.upstream,
      state: "fails",
      cause: "key-rejected",
      key: "refused",
      failedAt: TIME,
      failedWith: "401",
    },
    notices: {
      sender: "unknown",
      followed: 0,
      waiting: 3,
      deliveredAt: null,
      failedAt: TIME,
      failedWith: "timeout",
    },
    rateLimit: { limit: 50, remaining: 0, pausedUntil: TIME },
  });
  expect(words).toContain("Not ready: key refused");
  expect(words).toMatch(/Why\|+API key rejected/);
  expect(words).toMatch(/It ended with\|+401/);
  expect(words).toMatch(/Paused until\|+2026-01-02 03:04:05 UTC/);
  expect(words).toMatch(/Redis\|+Does not answer/);
  expect(words).toMatch(/Sent by\|+Nobody: Redis does not answer/);
  expect(words).toMatch(/Waiting\|+3/);
  expect(words).toMatch(/Last delivery\|+None since the start\|+Last failure\|+2026/);
  expect(words).toMatch(/It ended with\|+timeout/);
});
