import { environmentManager, QueryObserver, type QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sampleSnapshot, sampleStep } from "@/test/factories/snapshot";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import type { fetchTask } from "@/lib/client/api/fetch-task";
import { makeQueryClient } from "@/lib/client/api/query-client";
import { startPolling, taskQueryOptions } from "./task-query";

const START = Date.parse("2026-03-01T12:00:00.000Z");
const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const iso = (time: number) => new Date(time).toISOString();

/** What the server says at a time. */
function snapshotOf(status: TaskStatus, at: number, steps = 1, finishedAt = at): TaskSnapshot {
  const { task } = sampleSnapshot();
  return sampleSnapshot({
    revision: `${status} ${String(steps)}`,
    fetchedAt: iso(at),
    steps: Array.from({ length: steps }, (_, index) => sampleStep(index + 1)),
    task: {
      ...task,
      id: ID,
      status,
      stepCount: steps,
      finishedAt: status === "finished" ? iso(finishedAt) : null,
    },
  });
}

let client: QueryClient;
let calls = 0;
let now: () => TaskSnapshot;
const leave: (() => void)[] = [];

beforeEach(() => {
  // A server asks once and never again.
  environmentManager.setIsServer(() => false);
  vi.useFakeTimers({ now: START });
  // A page that is always seen.
  vi.stubGlobal("document", {
    hidden: false,
    visibilityState: "visible",
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  client = makeQueryClient();
  calls = 0;
});
afterEach(() => {
  for (const end of leave.splice(0)) end();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const fetch: typeof fetchTask = () => {
  calls += 1;
  return Promise.resolve(now());
};

/** Opens a page of the task with what the server rendered; answers what it shows. */
function openPage(rendered: TaskSnapshot | null) {
  const memory = startPolling(client, ID, rendered);
  const observer = new QueryObserver(client, taskQueryOptions(ID, memory, false, fetch));
  const close = observer.subscribe(() => undefined);
  leave.push(close);
  const shown = () => {
    const { data } = observer.getCurrentResult();
    return data === undefined ? null : `${data.task.status} ${String(data.steps.length)}`;
  };
  return { close, shown };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

describe("a page of a task is never stale for ever", () => {
  it("B1 shows the end to whoever comes back by a link after it", async () => {
    now = () => snapshotOf("running", Date.now());
    const first = openPage(now());
    await seconds(3);
    expect(first.shown()).toBe("running 1");
    first.close();
    await seconds(120);
    const ended = snapshotOf("finished", Date.now(), 2, Date.now() - 100_000);
    now = () => ended;
    const second = openPage(ended);
    expect(second.shown()).toBe("finished 2");
  });

  it("goes on from the newer snapshot when the browser brings back an older page", async () => {
    now = () => snapshotOf("running", Date.now());
    const rendered = now();
    const first = openPage(rendered);
    await seconds(5);
    now = () => snapshotOf("finished", Date.now(), 2);
    await seconds(3);
    expect(first.shown()).toBe("finished 2");
    first.close();
    expect(openPage(rendered).shown()).toBe("finished 2");
  });

  it.each([
    ["no answer", () => null],
    ["an older running page", () => snapshotOf("running", START)],
    ["an older page that says it is over", () => snapshotOf("finished", START, 2, START - 90_000)],
  ])("asks on while what it shows is running, when the server rendered %s", async (_, rendered) => {
    now = () => snapshotOf("running", Date.now(), 3);
    const first = openPage(snapshotOf("running", Date.now()));
    await seconds(5);
    first.close();
    await seconds(60);
    now = () => snapshotOf("finished", Date.now(), 4);
    const second = openPage(rendered());
    expect(second.shown()).toBe("running 3");
    await seconds(5);
    expect(second.shown()).toBe("finished 4");
  });

  it("two pages of one task both come to its end, and then both are still", async () => {
    now = () => snapshotOf("running", Date.now());
    const [one, two] = [openPage(now()), openPage(now())];
    await seconds(5);
    const ended = Date.now();
    now = () => snapshotOf("finished", Date.now(), 2, ended);
    await seconds(90);
    expect([one.shown(), two.shown()]).toEqual(["finished 2", "finished 2"]);
    const before = calls;
    await seconds(600);
    expect(calls).toBe(before);
  });

  it("asks nothing about a task that was over long before", async () => {
    const old = snapshotOf("finished", START, 2, START - 3_600_000);
    now = () => old;
    openPage(old);
    await seconds(60);
    expect(calls).toBe(0);
  });
});
