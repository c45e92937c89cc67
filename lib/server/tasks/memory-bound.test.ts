import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { getApp } from "@/lib/server/app/get-app";
import { configureProduct } from "@/test/product";
import { jsonResponse } from "@/lib/server/http/json-response";
import { MEMORY_SHARES } from "@/lib/server/config/memory-budget";
import { documentedTask, wireStep } from "@/test/upstream/task";
import { sendJson, startTestServer, type TestServer } from "@/test/upstream/server";

const MB = 1024 * 1024;
const BUDGET = Object.values(MEMORY_SHARES).reduce((sum, bytes) => sum + bytes, 0);
const collect = z.custom<() => void>((value) => typeof value === "function");

let upstream: TestServer;

beforeEach(async () => {
  upstream = await startTestServer((request, response) => {
    const id = request.url?.split("/").at(-1) ?? "";
    sendJson(response, task(id));
  });
  configureProduct({
    BROWSER_USE_API_KEY: "bu_canary_memory",
    BROWSER_USE_BASE_URL: upstream.origin,
  });
});
afterEach(() => upstream.close());

/** A task of 1.5 MB of JSON. */
function task(id: string) {
  const steps = Array.from({ length: 150 }, (_, at) =>
    wireStep(at + 1, { memory: `${id}${String(at)} `.padEnd(10_000, "x") }),
  );
  return documentedTask({ id, status: "finished", steps, finishedAt: "2026-01-02T03:05:00Z" });
}

function usedBytes(): number {
  setFlagsFromString("--expose-gc");
  collect.parse(runInNewContext("gc"))();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe("what tasks take in memory", () => {
  it("stays within the budget whatever is read, and what was not read for the longest falls out", async () => {
    const before = usedBytes();
    const ids = Array.from({ length: 250 }, () => randomUUID());
    for (const [at, taskId] of ids.entries()) {
      const reading = await getApp().readAnswer(taskId, null);
      if (!reading.ok) throw new Error(reading.code);
      jsonResponse(reading.body, {});
      await getApp().readAnswer(taskId, reading.snapshot.revision);
      // Masking a task of this size takes long, so not each is shared.
      if (at % 20 !== 0) continue;
      const shared = await getApp().readSharedAnswer({ taskId, scopes: ["steps"] }, null);
      if (shared.ok) jsonResponse(shared.body, {});
    }
    expect(usedBytes() - before).toBeLessThan(BUDGET);
    const { store } = getApp();
    const held = ids.map((id) => store.peek(id) !== null);
    expect(held.slice(held.indexOf(true))).not.toContain(false);
    expect(held.at(-1)).toBe(true);
  }, 120_000);

  it("leaves room in 512 MB for the process itself", () => {
    expect(BUDGET).toBeLessThanOrEqual(400 * MB);
  });

  it.each(["operator", "holder"])("made-up revisions cost an %s's server no body", async (who) => {
    const taskId = randomUUID();
    const read = (since: string) =>
      who === "operator"
        ? getApp().readAnswer(taskId, since)
        : getApp().readSharedAnswer({ taskId, scopes: ["steps"] }, since);
    await read("first");
    const bodies = new Set<object>();
    for (let asked = 0; asked < 250; asked += 1) {
      const reading = await read(`made-up-${String(asked)}`);
      if (reading.ok) bodies.add(reading.body);
    }
    expect(bodies.size).toBeLessThanOrEqual(2);
  });
});
