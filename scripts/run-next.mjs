// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import nextEnv from "@next/env";
import { listenProblem } from "./listen-problem.mjs";

const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");

const SERVER = fileURLToPath(new URL("./serve.mjs", import.meta.url));

/** Left alone, V8 lets the heap grow to several times of what is in use before it looks for garbage. */
const MODEST = ["--heap-growing-percent=40"];

/** The settings are TypeScript of the server; they are checked before anything listens. */
const CHECK = ["--conditions=react-server", "--import", "tsx", "scripts/check-settings.ts"];

/**
 * Runs Next on the configured address until it ends, and ends as it did. Bad settings end it at once, with a
 * list of names.
 * @param {"dev" | "start"} mode
 */
export async function runNext(mode) {
  nextEnv.loadEnvConfig(process.cwd(), mode === "dev", {
    info: () => undefined,
    error: console.error,
  });
  const { status } = spawnSync(process.execPath, CHECK, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  const host = process.env.HOST || "127.0.0.1";
  const port = process.env.PORT || "3000";
  const problem = await listenProblem("PORT", host, port);
  if (problem !== null) {
    console.error(problem);
    process.exit(1);
  }
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    HOST: host,
    PORT: port,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: mode === "dev" ? "development" : "production",
  };
  const server = mode === "start" ? [SERVER] : [NEXT, mode, "-H", host, "-p", port];
  const next = spawn(process.execPath, [...MODEST, ...server], { stdio: "inherit", env });
  let isAskedToStop = false;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => {
      isAskedToStop = true;
      next.kill(signal);
    });
  }
  // The development server has no way to say that it stopped in order.
  next.on("exit", (code) => process.exit(isAskedToStop && mode === "dev" ? 0 : (code ?? 1)));
}
