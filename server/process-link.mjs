// @ts-check
/**
 * Where the process that listens and the bundles of the framework meet, each of which has modules of its own.
 * @typedef {object} ProcessLink
 * @property {AbortController} stopping Aborts when the process is asked to stop.
 * @property {import("../lib/server/app/create-app").App | null} app All that lives as long as the process; `null` before it is made.
 * @property {import("../lib/server/http/poll-fast-path").PollFastPath | null} answerPoll The fast path of polls.
 */

const KEY = Symbol.for("sightglass.process");

/**
 * The one link of this process, made at the first question.
 * @returns {ProcessLink}
 */
export function processLink() {
  if (!Reflect.has(globalThis, KEY)) {
    Reflect.set(globalThis, KEY, { stopping: new AbortController(), app: null, answerPoll: null });
  }
  return Reflect.get(globalThis, KEY);
}
