// @ts-check
import { setTimeout as sleep } from "node:timers/promises";
import { lostUpdates, passingCrowd } from "./crowd.mjs";
import { standAtRest } from "./stand.mjs";
import { createVisits } from "./visits.mjs";

/** How long people come and go, and when something breaks meanwhile: seconds from the start of a phase. */
const VISITS_SECONDS = 24;
const UPSTREAM_BREAKS = { after: 4, lasts: 4 };
const REDIS_BREAKS = { after: 14, lasts: 3 };

const SLOW_BODY = { kind: "slow-body", ms: 4000 };
const SERVER_ERROR = { kind: "status", status: 503 };

/**
 * How answers of the API break, one way in each phase.
 * @type {[{ kind: string }, ...{ kind: string }[]]}
 */
const FAULTS = [
  SERVER_ERROR,
  { kind: "hang" },
  { kind: "reset" },
  { kind: "truncated" },
  { kind: "html" },
  SLOW_BODY,
];

/**
 * What all phases share. `samples` are the pages that stay open and their tasks, `largeId` is a run of many steps.
 * @typedef {{
 *   stage: import("./stage.mjs").Stage, journal: import("./journal.mjs").Journal, dice: import("./dice.mjs").Dice,
 *   samples: Awaited<ReturnType<typeof import("./crowd.mjs").stayingCrowd>>, largeId: string, started: number,
 * }} Soak
 */

/**
 * One phase, each like the other: pages are opened, people come and go, upstream and Redis break, then nothing moves
 * any more and every page must show what is so; the upstream is killed and started again; and everybody leaves.
 * @param {Soak} soak
 * @param {number} ids How many ids are asked for that nobody asked for before.
 * @returns {Promise<import("./verdict.mjs").Phase>}
 */
export async function runPhase(soak, ids) {
  const { stage, journal, dice, samples } = soak;
  const visits = createVisits(stage, journal, dice);
  await setPaused(stage, samples.taskIds, false);
  const passing = await passingCrowd(stage, journal, visits, dice);
  const everybody = [...samples.watchers, ...passing.watchers];
  for (const watcher of everybody) watcher.open();
  await Promise.all([
    comeAndGo(soak, visits, passing.taskIds, ids),
    breakUpstream(soak),
    breakRedis(soak),
  ]);
  await setPaused(stage, [...samples.taskIds, ...passing.taskIds], true);
  for (const words of await lostUpdates(everybody)) journal.problem(words);
  // Tasks made by a call are forgotten when the emulator ends.
  await Promise.all(passing.watchers.map((watcher) => watcher.leave()));
  await journal.fault("upstream", () => stage.restartEmulator());
  await setPaused(stage, samples.taskIds, true);
  for (const words of await lostUpdates(samples.watchers)) journal.problem(words);
  await Promise.all(samples.watchers.map((watcher) => watcher.leave()));
  visits.close();
  return standAtRest(stage, soak.started);
}

/**
 * Visits, spread over the time. The first task is the one of which held answers are cut.
 * @param {Soak} soak
 * @param {import("./visits.mjs").Visits} visits
 * @param {readonly string[]} taskIds
 * @param {number} ids
 */
async function comeAndGo({ dice, largeId }, visits, [taskId = ""], ids) {
  const kinds = [
    { times: Math.ceil(ids / 2), visit: () => visits.unknownId() },
    { times: Math.floor(ids / 2), visit: () => visits.knownId() },
    { times: 4, visit: () => visits.signIn() },
    { times: 3, visit: () => visits.shareLink(taskId) },
    {
      times: 15,
      visit: () => visits.vanish(`/api/tasks/${taskId}`, `/api/tasks/${largeId}`),
    },
  ];
  await Promise.all(
    kinds.flatMap(({ times, visit }) =>
      Array.from({ length: times }, async () => {
        await sleep(dice.between(0, VISITS_SECONDS * 1000));
        await visit();
      }),
    ),
  );
}

/** @param {Soak} soak */
async function breakUpstream({ stage, journal, dice }) {
  await sleep(UPSTREAM_BREAKS.after * 1000);
  const fault = dice.pick(FAULTS);
  const hold = async () => {
    const mend = await stage.control.breakCalls(fault);
    await sleep(UPSTREAM_BREAKS.lasts * 1000);
    await mend();
  };
  await journal.fault("upstream", hold, { hangs: fault.kind === "hang" });
}

/** @param {Soak} soak */
async function breakRedis({ stage: { redis }, journal }) {
  if (redis === null) return;
  await sleep(REDIS_BREAKS.after * 1000);
  await journal.fault("redis", async () => {
    await redis.kill();
    await sleep(REDIS_BREAKS.lasts * 1000);
    await redis.start();
  });
}

/**
 * @param {import("./stage.mjs").Stage} stage
 * @param {readonly string[]} taskIds
 * @param {boolean} paused
 */
async function setPaused({ control }, taskIds, paused) {
  for (const taskId of taskIds) await control.moveClock(taskId, { paused });
}
