import sharp from "sharp";
import { beforeEach, expect, it, vi } from "vitest";
import { parseAction } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { testContent } from "@/test/factories/content";
import { createMakeGrid } from "./make-grid";
import { createReadChanges } from "./read-changes";
import type { Screenshot, ScreenshotReading, ScreenshotStore } from "./screenshot-store";

const WHITE = { channels: 3, background: "white" } as const;
const CLICK = parseAction('{"click_element_by_index":{"index":3}}');

const RUN: Task["run"] = {
  title: null,
  error: null,
  usage: { inputTokens: 0, outputTokens: 0, cost: null },
  searchCost: null,
  contextLimit: null,
  browsers: null,
};

const pictures = new Map<number, Screenshot>();
const read = vi.fn<ScreenshotStore["read"]>();
const peek = vi.fn<ScreenshotStore["peek"]>();
let task: Partial<Task> = {};

/** A white page with a black square of 100 pixels at a place. */
async function pageWith(left: number, width = 1280): Promise<Screenshot> {
  const square = { create: { ...WHITE, background: "black", width: 100, height: 100 } };
  const bytes = await sharp({ create: { ...WHITE, width, height: 800 } })
    .composite([{ input: square, left, top: 50 }])
    .png()
    .toBuffer();
  return { bytes, type: "png", etag: "x" };
}

const readingOf = (step: number): ScreenshotReading => {
  const screenshot = pictures.get(step);
  return screenshot === undefined
    ? { ok: false, code: "upstream-unavailable" }
    : { ok: true, screenshot };
};

function newReader(count: number) {
  const steps = Array.from({ length: count }, (_, at): Partial<Step> => {
    const number = at + 1;
    return { number, hasScreenshot: true, screenshotKey: `k${String(number)}`, actions: [CLICK] };
  });
  const content = testContent({ task, steps });
  const upstream: UpstreamTask = {
    ...content,
    contract: "documented",
    liveUrl: null,
    sessionId: null,
    screenshotUrls: new Map(),
    bytes: 0,
  };
  const screenshots = { read, peek };
  const readChanges = createReadChanges({
    readUpstreamTask: () => Promise.resolve(upstream),
    screenshots,
    makeGrid: createMakeGrid(),
  });
  return (signal?: AbortSignal) => readChanges("t", signal);
}

beforeEach(() => {
  task = {};
  pictures.clear();
  read.mockReset().mockImplementation(({ step }) => Promise.resolve(readingOf(step)));
  peek.mockReset().mockImplementation(({ step }) => Promise.resolve(pictures.get(step) ?? null));
});

it("says how much changed, and where, and reads no picture again", async () => {
  pictures
    .set(1, await pageWith(0))
    .set(2, await pageWith(0))
    .set(3, await pageWith(1000));
  const changes = newReader(3);
  const answer = await changes();
  expect(answer).toMatchObject({
    changes: [
      { step: 1, before: 1, after: 2, share: 0, boxes: [], effect: "none" },
      { step: 2, before: 2, after: 3, effect: "some" },
    ],
    isComplete: true,
  });
  const [, { share, boxes } = { share: 0, boxes: [] }] = answer.changes;
  // The cells at the edges of the squares count as a whole.
  expect(share).toBeGreaterThan((2 * 100 * 100) / (1280 * 800));
  expect(share).toBeLessThan((2 * 130 * 130) / (1280 * 800));
  const lefts = boxes.map(({ x }) => Math.round(x * 1280)).sort((a, b) => a - b);
  expect(lefts).toHaveLength(2);
  expect(Math.abs((lefts[1] ?? 0) - 1000)).toBeLessThanOrEqual(20);
  await changes();
  expect(read).toHaveBeenCalledTimes(3);
});

it("leaves out pictures of another size, and those that cannot be drawn or had", async () => {
  pictures
    .set(1, await pageWith(0))
    .set(2, await pageWith(0, 1024))
    .set(3, await pageWith(0, 1024));
  pictures.set(4, { bytes: Buffer.from("no picture"), type: "png", etag: "y" });
  const { changes, isComplete } = await newReader(6)();
  expect(changes.map(({ step }) => step)).toEqual([2]);
  expect(isComplete).toBe(true);
});

it("leaves a storage alone that fails, until it is asked the next time", async () => {
  const changes = newReader(100);
  expect(await changes()).toEqual({ changes: [], isComplete: true });
  expect(read.mock.calls.length).toBeLessThan(10);
});

it("answers with what it has when nobody waits any more, and says that there is more", async () => {
  pictures.set(1, await pageWith(0)).set(2, await pageWith(300));
  const reader = new AbortController();
  read.mockImplementation(({ step }) => {
    if (step < 3) return Promise.resolve(readingOf(step));
    // The third pair is looked at when the first is done.
    if (step === 4) reader.abort();
    return new Promise(() => undefined);
  });
  const { changes, isComplete } = await newReader(9)(reader.signal);
  expect(changes.map(({ step }) => step)).toEqual([1]);
  expect(isComplete).toBe(false);
});

it("compares of a run of v4 only what is here already", async () => {
  task = { run: RUN };
  pictures.set(1, await pageWith(0)).set(2, await pageWith(300));
  expect((await newReader(2)()).changes).toHaveLength(1);
});
