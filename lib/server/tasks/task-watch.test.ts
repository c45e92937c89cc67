import { beforeEach, expect, it, vi } from "vitest";
import { TaskWatch } from "./task-watch";

const read = vi.fn<(taskId: string) => Promise<unknown>>();
let clocks: { run: () => void; ms: number }[] = [];
let later: (() => void)[] = [];
let watch: TaskWatch;

beforeEach(() => {
  clocks = [];
  later = [];
  read.mockReset().mockResolvedValue(null);
  watch = new TaskWatch({
    read,
    intervalMs: 1000,
    every: (run, ms) => {
      const clock = { run, ms };
      clocks.push(clock);
      return () => {
        clocks = clocks.filter((other) => other !== clock);
      };
    },
    soon: (run) => later.push(run),
  });
});

it("reads a task once an interval, however many watch it, and stops with the last of them", () => {
  const stops = [1, 2, 3].map(() => watch.watch("a", () => undefined));
  watch.watch("b", () => undefined);
  expect(clocks.map(({ ms }) => ms)).toEqual([1000, 1000]);
  clocks[0]?.run();
  expect(read.mock.calls).toEqual([["a"]]);
  for (const stop of stops) stop();
  expect(clocks).toHaveLength(1);
  expect(watch.size).toBe(1);
});

it("stopping twice does not stop those who came later", () => {
  const stop = watch.watch("a", () => undefined);
  stop();
  watch.watch("a", () => undefined);
  stop();
  expect(clocks).toHaveLength(1);
});

it("tells every watcher of the task, a batch at a time, and nobody else", () => {
  let told = 0;
  for (let viewer = 0; viewer < 50; viewer++) watch.watch("a", () => told++);
  const other = vi.fn();
  watch.watch("b", other);
  watch.settled("a");
  const counts = [told];
  while (later.length > 0) {
    later.shift()?.();
    counts.push(told);
  }
  expect(counts).toEqual([20, 40, 50]);
  expect(other).not.toHaveBeenCalled();
});

it("lets everybody go, whatever they watch, when the process stops", () => {
  let told = 0;
  for (let viewer = 0; viewer < 30; viewer++) watch.watch("a", () => told++);
  watch.watch("b", () => told++);
  expect(watch.hasLetGo).toBe(false);
  watch.letGo();
  expect(watch.hasLetGo).toBe(true);
  while (later.length > 0) later.shift()?.();
  expect(told).toBe(31);
});
