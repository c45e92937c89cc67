import process from "node:process";
import { parseArgs } from "node:util";
import { readRunsFolder } from "./runs-folder";
import { createEmulator } from "./server";

const USAGE = `npm run emulator -- [--port 4300] [--host 127.0.0.1] [--key KEY] [--runs DIR] [--speed N] [--started-at T] [--quiet]

  --runs DIR      also serve the recorded runs of a folder
  --speed N       replay them at N times their pace, from the first look on; without it they are over
  --started-at T  act as an emulator that was started at this time (ISO 8601), its running tasks included
  --quiet         print one line only`;

/** Reads the command line and serves until a signal comes. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: process.env.EMULATOR_PORT ?? "4300" },
      host: { type: "string", default: "127.0.0.1" },
      key: { type: "string", default: process.env.EMULATOR_KEY ?? "bu_emulator_key" },
      runs: { type: "string" },
      speed: { type: "string" },
      "started-at": { type: "string" },
      quiet: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const speed = Number(values.speed ?? 1);
  const port = Number(values.port);
  const startedAt = values["started-at"] === undefined ? null : Date.parse(values["started-at"]);
  if (Number.isNaN(startedAt)) throw new Error(USAGE);
  if (!Number.isInteger(port) || !(speed > 0)) throw new Error(USAGE);
  const folder =
    values.runs === undefined
      ? { runs: [], problems: [] }
      : readRunsFolder(values.runs, values.speed !== undefined);
  for (const problem of folder.problems) console.error(`Skipped ${problem}`);
  const emulator = await createEmulator({
    host: values.host,
    port,
    key: values.key,
    runs: folder.runs,
    speed,
    ...(startedAt === null ? {} : { startedAt }),
  });
  console.log(`emulator listening on ${emulator.origin}`);
  if (!values.quiet) {
    console.log(
      `\nBROWSER_USE_BASE_URL=${emulator.baseUrl}\nBROWSER_USE_API_KEY=${emulator.key}\n`,
    );
    for (const { taskId, contract, status, title } of emulator.samples) {
      console.log(`${taskId}  ${contract.padEnd(10)}  ${status.padEnd(9)}  ${title}`);
    }
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void emulator.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const words = error instanceof Error ? error.message : String(error);
  console.error(isTaken ? "The port is taken. Choose another one with --port." : words);
  process.exit(1);
});
