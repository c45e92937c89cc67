import "server-only";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { afterAll, beforeAll } from "vitest";
import { createRedisClient } from "@/lib/server/cluster/redis-client";
import { createSealer } from "@/lib/server/cluster/sealer";
import type { DataStore } from "@/lib/server/data/data-store";
import { createMemoryData } from "@/lib/server/data/memory-data-store";
import { RedisDataStore } from "@/lib/server/data/redis-data-store";
import { openSqliteData } from "@/lib/server/data/sqlite-data-store";
import { createTestRedis, hasRedis, type TestRedis } from "./redis";

/** A folder for one file of tests, gone afterwards. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sightglass-data-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/**
 * Each kind of store for the tests of one file: a new one at each call. Redis counts its own time, so that what has to
 * end there ends really. `canRun` is false where there is no Redis.
 */
export function dataStores(now: () => number) {
  const folder = testFolder();
  let server: TestRedis | null = null;
  let client: Redis | null = null;
  beforeAll(async () => {
    if (!hasRedis) return;
    server = await createTestRedis();
    await server.start();
    client = createRedisClient(server.url);
  });
  afterAll(async () => {
    client?.disconnect();
    await server?.close();
  });
  /** A store in Redis under a namespace. */
  const inRedis = (namespace: string, secret = "secret of the test"): DataStore => {
    if (client === null) throw new Error("There is no Redis here");
    return new RedisDataStore(client, namespace, createSealer(secret), now);
  };
  const kinds = [
    { name: "memory", canRun: true, make: (): DataStore => createMemoryData(now) },
    {
      name: "SQLite",
      canRun: true,
      make: (): DataStore => openSqliteData(join(folder, `${randomUUID()}.db`), now),
    },
    { name: "Redis", canRun: hasRedis, make: () => inRedis(`test:${randomUUID()}`) },
  ];
  return { kinds, inRedis, raw: () => client };
}
