// @ts-check
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import process from "node:process";
import nextEnv from "@next/env";

const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");

/**
 * Tells whether nobody listens on an address yet.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isPortFree(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/**
 * Runs Next on the configured address until it ends, and ends as it did. The configuration itself is
 * checked by the server when it starts.
 * @param {"dev" | "start"} mode
 */
export async function runNext(mode) {
  nextEnv.loadEnvConfig(process.cwd(), mode === "dev", {
    info: () => undefined,
    error: console.error,
  });
  const host = process.env["HOST"] || "127.0.0.1";
  const port = process.env["PORT"] || "3000";
  if (!(await isPortFree(host, Number(port)))) {
    console.error(`Port ${port} on ${host} is taken. Set PORT to another one.`);
    process.exit(1);
  }
  const env = { ...process.env, HOST: host, PORT: port, NEXT_TELEMETRY_DISABLED: "1" };
  const next = spawn(process.execPath, [NEXT, mode, "-H", host, "-p", port], {
    stdio: "inherit",
    env,
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => next.kill(signal));
  }
  next.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 0));
}
