import { expect, it } from "vitest";
import type { BoardTile } from "@/lib/client/board/use-board";
import type { BoardTask } from "@/lib/contract/board";
import { boardTask } from "@/test/factories/board";
import { boardCounts, boardTotals } from "./board-sums";

const NOW = Date.parse("2026-03-01T12:00:00.000Z");
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const tile = (task: Partial<BoardTask>): BoardTile => {
  const whole = boardTask(task);
  const entry = {
    id: whole.id,
    ok: true,
    revision: "a",
    fetchedAt: before(0),
    stale: null,
  } as const;
  return { id: whole.id, entry: { ...entry, task: whole }, pace: null };
};
const unknown: BoardTile = { id: "b", entry: null, pace: null };

it("counts tasks, and adds up what they cost and how long they ran", () => {
  const running = tile({ status: "running", startedAt: before(90), cost: "0.10" });
  const over = tile({
    status: "finished",
    startedAt: before(300),
    finishedAt: before(270),
    cost: "0.20",
  });
  expect(boardCounts([running, over], 1)).toBe("2 tasks · 1 needs you · 1 under way · 1 ended");
  expect(boardTotals([running, over], NOW)).toBe("$0.30 · 2 m 00 s in all");
});

it("says of how many tasks the cost is not known, and nothing where it is of none", () => {
  const tasks = [tile({ cost: "1.2" }), tile({ cost: "1" }), tile({ cost: null }), unknown];
  expect(boardTotals(tasks, NOW)).toBe("$2.20 of 2 tasks, 2 unknown");
  expect(boardTotals([tile({ cost: null }), unknown], NOW)).toBe("");
  expect([boardCounts([], 0), boardTotals([], NOW)]).toEqual(["", ""]);
});
