import "server-only";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { GET as getTask } from "@/app/api/tasks/[taskId]/route";
import { GET as getScreenshot } from "@/app/api/tasks/[taskId]/steps/[step]/screenshot/route";
import { ask, emulatorBench, field } from "@/e2e/emulator/test-emulator";
import { callRoute, configureProduct } from "@/test/product";
import { startTestServer, type TestServer } from "@/test/upstream/server";

/** The key that must turn up in no answer. */
const KEY = "bu_canary_faults";
/** What the product of these tests waits between two calls for one task, in milliseconds. */
export const INTERVAL_MS = 25;
/** How long it holds an answer for a share link, in milliseconds. */
export const LONGEST_SHARED_HOLD_MS = 800;
/** A failed call may be followed by a pause. */
const PATIENCE_MS = 10_000;

/** The wire contracts that a fault in the shape of an answer is tried over. */
export const CONTRACTS = ["documented", "current"] as const;

/** One stands for all where the fault lies below the contract: in a connection, a status, a time, a count of bytes. */
export const ANY_CONTRACT = ["current"] as const;

type Fault = { kind: string } & Record<string, unknown>;

/** The route handlers over an emulator, and a storage server of the test's own, anew for each test of a file. */
export function faultBench() {
  let storage: TestServer | null = null;
  const { running, control } = emulatorBench({ key: KEY });

  const restart = (settings: Readonly<Record<string, string>> = {}) => {
    const upstream = { BROWSER_USE_API_KEY: KEY, BROWSER_USE_BASE_URL: running().baseUrl };
    const quicker = { intervalMs: INTERVAL_MS, longestSharedHoldMs: LONGEST_SHARED_HOLD_MS };
    configureProduct({ ...upstream, ...settings }, quicker);
  };
  /** Reads a task by our HTTP API. */
  const readTask = async (taskId: string, query = "") => {
    const response = await callRoute(getTask, `/api/tasks/${taskId}${query}`, { taskId });
    const text = await response.text();
    expect(text).not.toContain(KEY);
    const body: unknown = JSON.parse(text);
    return { status: response.status, headers: response.headers, body, text };
  };
  /** Statuses of the upstream's answers for paths that contain a text. */
  const statuses = async (path: string): Promise<unknown[]> => {
    const { body } = await control("GET", `/requests?path=${encodeURIComponent(path)}`);
    return Array.isArray(body) ? body.map((request) => field(request, "status")) : [];
  };
  const advance = (ms: number) => vi.setSystemTime(Date.now() + ms);

  beforeEach(async () => {
    restart();
    await control("DELETE", "/faults");
    await control("DELETE", "/requests");
    storage = await startTestServer((_, response) => response.writeHead(404).end());
  });
  afterEach(() => storage?.close());

  return {
    control,
    /** Begins as a process that has seen nothing, with other settings if given. */
    restart,
    upstreamUrl: () => running().baseUrl,
    /** A fresh task of a scenario: its id. */
    newTask: async (scenario: string, contract: string, more: object = {}): Promise<string> => {
      const { body } = await control("POST", "/tasks", { scenario, contract, ...more });
      return String(field(body, "taskId"));
    },
    /** A server in the place of the object store. */
    storage: (): TestServer => {
      if (storage === null) throw new Error("The storage server runs in tests only");
      return storage;
    },
    /** Lays fields over the upstream's answer for a task. */
    patch: (taskId: string, fields: object) => control("POST", `/patch-task/${taskId}`, fields),
    /** Breaks answers whose path matches a regular expression. */
    breakPath: (path: string, fault: Fault, times: number | null = null, every = 1) =>
      control("POST", "/faults", { path, fault, times, every }),
    /** Lets the upstream answer exactly this for a task, always or so many times. */
    answerTask: (taskId: string, body: unknown, times: number | null = null) =>
      control("POST", "/faults", {
        path: `/tasks/${taskId}$`,
        fault: { kind: "body", body: JSON.stringify(body) },
        times,
      }),
    /** What the upstream itself says of a task. */
    upstreamTask: async (taskId: string): Promise<Record<string, unknown>> => {
      const { baseUrl } = running();
      const headers = { "X-Browser-Use-API-Key": KEY };
      const { body } = await ask(`${baseUrl}/tasks/${taskId}`, { headers });
      return typeof body === "object" && body !== null ? { ...body } : {};
    },
    statuses,
    /** How many calls for a task's body reached the upstream since its log was cleared. */
    taskCalls: async (taskId: string): Promise<number> =>
      (await statuses(`/tasks/${taskId}`)).length,
    /** Stops the clock of product and emulator, and begins anew under it. Timers go on. */
    freezeClock: () => {
      vi.useFakeTimers({ toFake: ["Date"] });
      restart();
    },
    advance,
    /** Lets time pass on the stopped clock and reads a task: a due call is waited for from three intervals on. */
    readAfter: (ms: number, taskId: string) => {
      advance(ms);
      return readTask(taskId);
    },
    readTask,
    /** Reads a task until the upstream confirmed it after this call began. */
    readAfresh: async (taskId: string, query = "") => {
      const from = Date.now();
      for (;;) {
        const reading = await readTask(taskId, query);
        const fetchedAt = Date.parse(String(field(reading.body, "fetchedAt")));
        const isFresh = (field(reading.body, "stale") ?? null) === null && fetchedAt >= from;
        if (isFresh || Date.now() - from > PATIENCE_MS) return reading;
        await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS / 2));
      }
    },
    readScreenshot: (
      taskId: string,
      step: number,
      query = "",
      headers = {},
      signal: AbortSignal | null = null,
    ) =>
      callRoute(getScreenshot, `/x${query}`, { taskId, step: String(step) }, { headers, signal }),
  };
}

/** A step as both wire contracts carry it. */
export function wireStep(number: unknown, more: object = {}): Record<string, unknown> {
  return {
    number,
    memory: `Memory ${String(number)}`,
    evaluationPreviousGoal: "Success - it worked",
    nextGoal: `Goal ${String(number)}`,
    url: `https://shop.example/${String(number)}`,
    screenshotUrl: null,
    actions: ['{"click":{"index":1}}'],
    ...more,
  };
}

/** An id that nobody else has. */
export const newId = () => randomUUID();
