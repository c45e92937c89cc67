// @ts-check
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { createClient } from "./client.mjs";
import { layOver } from "./lay-over.mjs";

const LONG_POLL_SECONDS = 5;
/** A page asks no more often. */
const PAUSE_MS = 500;

/**
 * A page that is open on a task, by operator or link: it polls as one does and lays each answer over what it has. It
 * can leave in the middle of a held answer, come back later, and then asks for what changed since.
 * @param {{ origin: string, path: string, cookie: string, what: string, journal: import("./journal.mjs").Journal }} page
 */
export function createWatcher({ origin, path, cookie, what, journal }) {
  /** @type {import("./lay-over.mjs").Held | null} */
  let held = null;
  let client = createClient(origin, cookie);
  /** @type {Promise<void> | null} */
  let polling = null;

  /** @param {import("./client.mjs").Client} mine */
  const poll = async (mine) => {
    while (!mine.isClosed()) {
      const { query, headers } = askSince(held);
      const answer = await mine.ask(path + query, { headers });
      if (mine.isClosed()) return;
      journal.answer(what, answer, [200, 304]);
      if (answer.status === 200) held = layOver(held, answer.json);
      await sleep(PAUSE_MS);
    }
  };
  return {
    open: () => {
      if (client.isClosed()) client = createClient(origin, cookie);
      polling = poll(client);
    },
    leave: async () => {
      client.close();
      await polling;
    },
    held: () => held,
    /** Whether the page shows what somebody sees who opens it now, who is shown something fresh. */
    isCurrent: async () => {
      const fresh = createClient(origin, cookie);
      const { status, json } = await fresh.ask(path);
      fresh.close();
      if (status !== 200 || held === null) return false;
      const now = layOver(null, json);
      return now.stale === null && held.stale === null && isDeepStrictEqual(held, now);
    },
    what,
  };
}

/** @typedef {ReturnType<typeof createWatcher>} Watcher */

/**
 * @param {import("./lay-over.mjs").Held | null} held
 * @returns {{ query: string, headers: Record<string, string> }}
 */
function askSince(held) {
  if (held === null) return { query: "", headers: {} };
  const since = `?since=${encodeURIComponent(held.revision)}`;
  // A label on an answer is not in its revision: it must not be confirmed without a body.
  if (held.stale !== null) return { query: since, headers: {} };
  return {
    query: `${since}&wait=${String(LONG_POLL_SECONDS)}`,
    headers: { "if-none-match": `"${held.revision}"` },
  };
}
