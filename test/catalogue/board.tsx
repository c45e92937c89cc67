import type { ReactNode } from "react";
import { BoardEmpty } from "@/components/board/board-empty";
import { BoardTile } from "@/components/board/board-tile";
import { tileNeed } from "@/components/board/tile-need";
import { WallTile } from "@/components/board/wall-tile";
import type { BoardEntry, BoardTask } from "@/lib/contract/board";
import { startPace } from "@/lib/domain/freshness/step-pace";
import { BLANK_TASK } from "@/lib/domain/task/blank-content";
import { NOW } from "@/test/factories/run";
import { SHOP_STARTED_AT, shopRun } from "@/test/factories/shop-run";
import { ENDLESS, HOSTILE, HOSTILE_ADDRESS } from "./hostile";
import { nothing, type Panel } from "./panel";
import { NO_SIGNS } from "@/test/factories/need-signs";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const { prompt } = shopRun().task;
const LAST_STEP = {
  number: 4,
  nextGoal: "Go back to the list.",
  headline: "Go back to the list and open the next boots.",
  url: "https://www.fernweg.example/search",
  hasScreenshot: true,
};
const OVER = { status: "finished", finishedAt: new Date(NOW - 20_000).toISOString() } as const;

export const BOARD: Panel = {
  id: "board",
  title: "Board",
  width: 16,
  states: {
    "no answer yet": tile(null),
    "waiting for an answer": tile(refused(null)),
    "no such task": tile(refused("task-not-found")),
    "the key was rejected": tile(refused("key-rejected")),
    "not started": tile(
      good({
        status: "created",
        startedAt: null,
        lastStep: null,
        screenshotStep: null,
        stepCount: 0,
      }),
    ),
    running: tile(good({})),
    "running, two steps failed": tile(good({ failureCount: 2 })),
    "running, and silent": tile(good({ startedAt: new Date(NOW - 1_200_000).toISOString() })),
    "running, and dear": tile(good({ cost: "5.21" })),
    paused: tile(good({ status: "paused" })),
    "an old answer": tile({
      ...good({}),
      stale: {
        since: new Date(NOW - 90_000).toISOString(),
        reason: "upstream-unavailable",
        retryAt: null,
      },
    }),
    success: tile(good({ ...OVER, verdict: { agent: true, judge: true, judgement: null } })),
    "the judge disagrees": tile(
      good({ ...OVER, verdict: { agent: true, judge: false, judgement: null } }),
    ),
    "ended without an answer": tile(good({ ...OVER, hasAnswer: false })),
    failed: tile(good({ ...OVER, status: "failed", rawStatus: "timed_out", failureCount: 3 })),
    stopped: tile(good({ ...OVER, status: "stopped" })),
    "a status without a word": tile(good({ status: "unknown", rawStatus: "idle" })),
    "no screenshot": tile(good({ screenshotStep: null })),
    "a screenshot that does not load": tile(
      good({ screenshotStep: { number: 4, screenshotKey: "broken" } }),
    ),
    "no goal": tile(good({ lastStep: { ...LAST_STEP, headline: "" } })),
    hostile: tile(
      good({
        prompt: HOSTILE,
        rawStatus: HOSTILE,
        lastStep: { ...LAST_STEP, headline: HOSTILE, url: HOSTILE_ADDRESS },
      }),
    ),
    "a word without end": tile(
      good({ prompt: ENDLESS, lastStep: { ...LAST_STEP, headline: ENDLESS } }),
    ),
  },
};

export const DENSE_BOARD: Panel = {
  id: "dense-board",
  title: "Board, close together",
  width: 16,
  states: {
    "no answer yet": denseTile(null),
    "no such task": denseTile(refused("task-not-found")),
    running: denseTile(good({})),
    paused: denseTile(good({ status: "paused" })),
    hostile: denseTile(
      good({
        prompt: HOSTILE,
        lastStep: { ...LAST_STEP, headline: HOSTILE, url: HOSTILE_ADDRESS },
      }),
    ),
  },
};

export const WALL: Panel = {
  id: "wall",
  title: "Tile of a wall",
  width: 20,
  height: 18,
  states: {
    "no answer yet": wallTile(null),
    "no such task": wallTile(refused("task-not-found")),
    running: wallTile(good({})),
    paused: wallTile(good({ status: "paused" })),
    failed: wallTile(good({ ...OVER, status: "failed", rawStatus: "timed_out", cost: "5.21" })),
    hostile: wallTile(
      good({
        prompt: HOSTILE,
        lastStep: { ...LAST_STEP, headline: HOSTILE, url: HOSTILE_ADDRESS },
      }),
    ),
    "a word without end": wallTile(good({ prompt: ENDLESS })),
  },
};

export const EMPTY_BOARD: Panel = {
  id: "empty-board",
  title: "Board without a task",
  width: 40,
  states: { empty: <BoardEmpty /> },
};

function shown(entry: BoardEntry | null) {
  const pace = entry?.ok === true ? startPace(entry.task, NOW) : null;
  const tile = { id: ID, entry, pace };
  return { tile, need: tileNeed(tile), isSeen: false, renderedAt: NOW, costWarnUsd: "5" };
}

function tile(entry: BoardEntry | null): ReactNode {
  return <BoardTile {...shown(entry)} isDense={false} onRemove={nothing} />;
}

function denseTile(entry: BoardEntry | null): ReactNode {
  return <BoardTile {...shown(entry)} isDense onRemove={nothing} />;
}

function wallTile(entry: BoardEntry | null): ReactNode {
  return <WallTile {...shown(entry)} />;
}

function good(task: Partial<BoardTask>): Extract<BoardEntry, { ok: true }> {
  return {
    id: ID,
    ok: true,
    revision: "a",
    fetchedAt: new Date(NOW).toISOString(),
    stale: null,
    task: {
      id: ID,
      prompt,
      status: "running",
      rawStatus: "started",
      createdAt: SHOP_STARTED_AT,
      startedAt: SHOP_STARTED_AT,
      finishedAt: null,
      verdict: BLANK_TASK.verdict,
      cost: "0.0332",
      stepCount: 4,
      stepTimes: { usual: 9, total: 100 },
      lastStep: LAST_STEP,
      screenshotStep: { number: 4, screenshotKey: "a" },
      hasAnswer: true,
      failureCount: 0,
      needSigns: NO_SIGNS,
      ...task,
    },
  };
}

function refused(code: Extract<BoardEntry, { ok: false }>["code"]): BoardEntry {
  return { id: ID, ok: false, code, retryAfterSeconds: null };
}
