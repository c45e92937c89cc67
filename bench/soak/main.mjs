// @ts-check
// Runs the product for a long time under faults, and fails for what must not happen in an hour either.
import { existsSync } from "node:fs";
import process from "node:process";
import { createClient } from "./client.mjs";
import { stayingCrowd } from "./crowd.mjs";
import { createDice } from "./dice.mjs";
import { createJournal } from "./journal.mjs";
import { parseSoakOptions, USAGE } from "./options.mjs";
import { runPhase } from "./phase.mjs";
import { report } from "./report.mjs";
import { startStage } from "./stage.mjs";
import { standOf } from "./stand.mjs";

/** Different ids in an hour: 10,000. */
const IDS_PER_MINUTE = 10_000 / 60;
/** A phase takes about so long; its share of the ids is asked for in it. */
const PHASE_MINUTES = 0.75;
/** Caches are full when so many runs of 300 steps more make them hold hardly more, in MB. */
const LARGE_RUNS = 25;
const FULL_MB = 1;

/** @param {import("./options.mjs").SoakOptions} options */
async function main({ minutes, seed }) {
  console.log(`soak: ${String(minutes)} minutes, seed ${String(seed)}`);
  const journal = createJournal();
  const stage = await startStage(journal);
  process.stderr.write("   filling the caches …\n");
  /** @type {import("./verdict.mjs").Phase[]} */
  const phases = [];
  try {
    const largeId = await fillCaches(stage);
    const samples = await stayingCrowd(stage, journal);
    const started = Date.now();
    const soak = { stage, journal, dice: createDice(seed), samples, largeId, started };
    const ids = Math.ceil(IDS_PER_MINUTE * PHASE_MINUTES);
    while (Date.now() - started < minutes * 60_000) {
      const phase = await runPhase(soak, ids);
      phases.push(phase);
      const heap = phase.heapMb.toFixed(1);
      process.stderr.write(`   minute ${phase.minute.toFixed(1)}: heap ${heap} MB\n`);
    }
  } finally {
    await stage.stop();
  }
  const { text, hasPassed } = report(phases, journal);
  console.log(`\n${text} (seed ${String(seed)})`);
  process.exitCode = hasPassed ? 0 : 1;
}

/**
 * Reads large runs until the caches hold no more for it, so that what grows later is no cache that fills; answers the
 * id of a large run that is there whenever the emulator is.
 * @param {import("./stage.mjs").Stage} stage
 */
async function fillCaches(stage) {
  const { control, product, session } = stage;
  const client = createClient(product.origin, session);
  const read = async () => {
    const taskId = await control.createTask({ scenario: "steps-300" });
    const { status } = await client.ask(`/api/tasks/${taskId}`);
    if (status !== 200) throw new Error(`A run of 300 steps answered ${String(status)}.`);
  };
  for (let [before, now] = [-1, 0]; now > before + FULL_MB;) {
    await Promise.all(Array.from({ length: LARGE_RUNS }, read));
    [before, now] = [now, (await standOf(stage)).cacheMb];
  }
  client.close();
  const samples = await control.samples();
  const large = samples.find((sample) => sample.scenario === "steps-300");
  if (large === undefined) throw new Error("The emulator has no run of 300 steps.");
  return large.taskId;
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => process.exit(130));
}
const options = parseSoakOptions(process.argv.slice(2), Date.now());
if (options === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (!existsSync(".next/BUILD_ID")) {
  console.error("There is no build yet. Run: npm run build");
  process.exitCode = 1;
} else {
  await main(options);
}
