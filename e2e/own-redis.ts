import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/free-port.mjs";

/** Whether a spec can have a Redis of its own here. */
export const hasRedis = spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;

/** A Redis for one spec alone, which keeps nothing. */
export async function startOwnRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = String(await freePort());
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const args = ["--port", port, "--bind", "127.0.0.1", "--dir", folder];
  const child = spawn("redis-server", [...args, "--save", "", "--appendonly", "no"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => {
      reject(new Error("redis-server ended by itself"));
    });
    child.stdout.on("data", (chunk: Buffer) => {
      if (String(chunk).includes("Ready to accept connections")) resolve();
    });
  });
  const stop = async () => {
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    });
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}
