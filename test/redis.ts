import "server-only";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

const isThere = spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;
if (!isThere) {
  process.stderr.write("Skipped: tests over a real Redis, as there is no redis-server here.\n");
}

/** Whether tests over a real Redis can run here. */
export const hasRedis = isThere;

/** A Redis of a test's own: on a port of its own, in a folder of its own, keeping nothing. */
export type TestRedis = {
  url: string;
  /** A plain client, for what the product never does. */
  client: () => Redis;
  kill: () => Promise<void>;
  start: () => Promise<void>;
  /** Lets it hang: it takes connections and answers nothing. */
  freeze: () => void;
  thaw: () => void;
  close: () => Promise<void>;
};

/** Prepares a Redis; `start` starts it, and starts it again after `kill`. */
export async function createTestRedis(): Promise<TestRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const clients: Redis[] = [];
  let child: ChildProcess | null = null;
  const url = `redis://127.0.0.1:${String(port)}`;
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder];
  const redis: TestRedis = {
    url,
    client: () => {
      const client = new Redis(url);
      client.on("error", () => undefined);
      clients.push(client);
      return client;
    },
    kill: async () => {
      const ended = child;
      child = null;
      if (ended === null) return;
      await new Promise((resolve) => {
        ended.once("exit", resolve);
        ended.kill("SIGKILL");
      });
    },
    start: async () => {
      const started = spawn("redis-server", [...args, "--save", "", "--appendonly", "no"], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      child = started;
      await new Promise<void>((resolve, reject) => {
        started.once("exit", () => {
          reject(new Error("redis-server ended by itself"));
        });
        started.stdout.on("data", (chunk: Buffer) => {
          if (String(chunk).includes("Ready to accept connections")) resolve();
        });
      });
    },
    freeze: () => child?.kill("SIGSTOP"),
    thaw: () => child?.kill("SIGCONT"),
    close: async () => {
      for (const client of clients) client.disconnect();
      await redis.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return redis;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  });
}
