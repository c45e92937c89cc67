import { expect, it, vi } from "vitest";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { fullTask } from "@/test/upstream/full-task";
import type { FullTask } from "@/lib/server/upstream/contracts/upstream-task";
import { createFullTaskReader } from "./full-task-reader";

const settle = () => new Promise((resolve) => setImmediate(resolve));

function bench() {
  const getFullTask = vi.fn(() => Promise.resolve(fullTask({})));
  const planned: (() => void)[] = [];
  const read = createFullTaskReader({
    getFullTask,
    intervalMs: 1000,
    later: (run, ms) => {
      expect(ms).toBe(1000);
      planned.push(run);
    },
  });
  return { getFullTask, planned, read };
}

it("F13 a whole task is asked for once in an interval however many want it, then let go", async () => {
  const { getFullTask, planned, read } = bench();
  await Promise.all(Array.from({ length: 20 }, () => read("a")));
  await read("a");
  expect(getFullTask).toHaveBeenCalledTimes(1);
  for (const run of planned) run();
  await read("a");
  expect(getFullTask).toHaveBeenCalledTimes(2);
});

it("F13 a failure is shared for an interval, too", async () => {
  const { getFullTask, read } = bench();
  getFullTask.mockImplementation(() => Promise.reject(new UpstreamError("upstream-timeout", "x")));
  for (let reads = 0; reads < 3; reads += 1) {
    await expect(read("a")).rejects.toMatchObject({ code: "upstream-timeout" });
  }
  expect(getFullTask).toHaveBeenCalledTimes(1);
});

it("F13 two whole tasks are read at the same time, and others after them", async () => {
  const { getFullTask, read } = bench();
  const endings: (() => void)[] = [];
  getFullTask.mockImplementation(
    () =>
      new Promise<FullTask>((resolve) => {
        endings.push(() => {
          resolve(fullTask({}));
        });
      }),
  );
  const all = Promise.all(["a", "b", "c"].map(read));
  await settle();
  expect(getFullTask).toHaveBeenCalledTimes(2);
  endings[0]?.();
  await settle();
  expect(getFullTask).toHaveBeenCalledTimes(3);
  for (const end of endings) end();
  await all;
});
