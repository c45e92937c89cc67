// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";

/** Whether there can be a Redis of one's own here. */
export const hasRedis = spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;

/**
 * A Redis for one run alone. `kill` ends its process at once, and `start` starts it again at the same address, with
 * what it held where it was to remember that.
 * @typedef {{ url: string, kill: () => Promise<void>, start: () => Promise<void>, stop: () => Promise<void> }} OwnRedis
 */

/**
 * Starts it on a free port, in a folder of its own. Unless it is to remember, it keeps nothing.
 * @param {{ remembers?: boolean }} options
 * @returns {Promise<OwnRedis>}
 */
export async function startOwnRedis({ remembers = false } = {}) {
  const port = String(await freePort());
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const keeping = remembers
    ? ["--appendonly", "yes", "--appendfsync", "always"]
    : ["--appendonly", "no"];
  const args = ["--port", port, "--bind", "127.0.0.1", "--dir", folder, "--save", "", ...keeping];
  /** @type {import("node:child_process").ChildProcess | null} */
  let child = null;
  const start = async () => {
    const started = spawn("redis-server", args, { stdio: ["ignore", "pipe", "ignore"] });
    child = started;
    await new Promise((resolve, reject) => {
      started.once("exit", () => reject(new Error("redis-server ended by itself")));
      started.stdout.on("data", (chunk) => {
        if (String(chunk).includes("Ready to accept connections")) resolve(null);
      });
    });
  };
  const kill = async () => {
    const ended = child;
    child = null;
    if (ended === null) return;
    await new Promise((resolve) => {
      ended.once("exit", resolve);
      ended.kill("SIGKILL");
    });
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
