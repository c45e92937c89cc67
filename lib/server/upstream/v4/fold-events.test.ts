import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coreEvent,
  EVENTS_OF_STEP,
  stepEvents,
  toolEvent,
  wireEvent,
  type WireEvent,
} from "@/test/upstream/run";
import { foldEvents, NOTHING_FOLDED } from "./fold-events";
import { readEventsPage } from "./read-events";
import type { RunEvent } from "./run-event";
import { EMPTY_LOG, foldLog, nextRead, settle, withEvents, type RunLog } from "./run-log";

const asItIs = <T>(step: T): T => step;

function read(events: readonly WireEvent[]): readonly RunEvent[] {
  return readEventsPage(JSON.stringify({ events })).events;
}

const fold = (events: readonly WireEvent[]) => foldEvents(NOTHING_FOLDED, read(events), asItIs);

describe("a step of a run", () => {
  it("is told by its reasoning, its words and its tools", () => {
    const { steps, facts } = fold(stepEvents(1, "milk"));
    expect(steps).toHaveLength(1);
    expect(steps[0]?.step).toMatchObject({
      number: 1,
      memory: "Because of milk",
      nextGoal: "Now milk",
      evaluation: "",
      outcome: "unknown",
      url: "https://shop.example/milk",
      hasScreenshot: true,
      durationSeconds: 4,
      usage: { inputTokens: 1000, outputTokens: 50, cost: "0.0021" },
      actions: [
        {
          name: "browser_execute",
          title: "Open milk",
          result: "done (1 screenshot(s) attached)",
          params: { description: "Open milk" },
        },
      ],
    });
    expect(facts).toMatchObject({
      callUsage: { inputTokens: 1000, outputTokens: 50, cost: "0.0021" },
      stepUsage: { inputTokens: 1000, outputTokens: 50, cost: "0.0021" },
    });
  });

  it("has failed when its last tool did, and not when another one followed", () => {
    const bad = (id: number) =>
      toolEvent(id, "browser_execute", { status: "error", error: "No button" });
    const good = (id: number) => toolEvent(id, "browser_execute", { output: "ok" });
    const outcomes = [[bad(1)], [bad(1), good(2)], [good(1), bad(2)], [good(1)]].map(
      (events) => fold(events).steps[0]?.step.outcome,
    );
    expect(outcomes).toEqual(["failure", "unknown", "failure", "unknown"]);
    expect(fold([bad(1)]).steps[0]?.step.actions[0]).toMatchObject({ error: "No button" });
  });

  it("is there for words outside of any step, and for an error", () => {
    const { steps } = fold([
      coreEvent(1, "text", { type: "text", text: "All done" }),
      wireEvent(2, "run.completed"),
      coreEvent(
        3,
        "error",
        {},
        { error: { name: "ProviderError", data: { message: "Overloaded" } } },
      ),
    ]);
    expect(steps.map(({ step }) => [step.nextGoal, step.outcome, step.actions])).toEqual([
      ["", "unknown", [{ name: "answer", params: { text: "All done" } }]],
      ["", "failure", [{ name: "error", params: { message: "Overloaded" } }]],
    ]);
  });

  it("keeps long numbers of a tool's input as they were written", () => {
    const text = JSON.stringify({
      events: [toolEvent(1, "pay", { input: { to: "ID", sum: "SUM" } })],
    });
    const spelt = text.replace('"ID"', "1743016360123456789").replace('"SUM"', "19.90");
    const { steps } = foldEvents(NOTHING_FOLDED, readEventsPage(spelt).events, asItIs);
    expect(steps[0]?.step.actions[0]).toMatchObject({
      params: { to: "1743016360123456789", sum: "19.90" },
    });
  });
});

/** A log as an upstream might tell it: steps, things of no known kind, and an end. */
const logs = fc
  .array(fc.constantFrom("step", "other", "bare-tool", "open-step", "error"), { maxLength: 12 })
  .map((kinds) => {
    let id = 1;
    const events: WireEvent[] = [wireEvent(0, "run.created"), wireEvent(0, "run.dispatched")];
    for (const kind of kinds) {
      if (kind === "step") events.push(...stepEvents(0, `part-${String(id)}`));
      else if (kind === "other") events.push(wireEvent(0, "state.promoted", { promoted: 3 }));
      else if (kind === "bare-tool") events.push(toolEvent(0, "shell", { output: String(id) }));
      else if (kind === "error") events.push(coreEvent(0, "error", {}, { error: "Overloaded" }));
      else events.push(coreEvent(0, "step_start", { type: "step-start" }));
      id += 1;
    }
    return [...events, wireEvent(0, "run.completed")].map((event, index) => ({
      ...event,
      id: index + 1,
    }));
  });

describe("a log that is read piece by piece", () => {
  it("comes to the same as one that is read at once", () => {
    fc.assert(
      fc.property(
        logs,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
        (events, sizes) => {
          let log = EMPTY_LOG;
          for (let at = 0, now = 0; at < events.length; now += 1000) {
            const size = sizes[at % sizes.length] ?? 1;
            log = settle(withEvents(log, read(events.slice(at, at + size)), now), now, asItIs);
            at += size;
          }
          expect(foldLog(log, asItIs)).toEqual(fold(events));
          // Ids without a gap, and an end: nothing is kept but steps.
          expect(log.unsettled).toEqual([]);
        },
      ),
    );
  });

  it("loses no event that comes later than one after it, in whatever order, within ten seconds", () => {
    fc.assert(
      fc.property(
        logs,
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 31, maxLength: 31 }),
        fc.integer({ min: 1, max: 3 }),
        (events, delays, stride) => {
          // Ids as those of one counter for all runs: there are always gaps.
          const all = events.map((event) => ({ ...event, id: event.id * stride }));
          const shownAt = new Map(
            all.map((event, at) => [event.id, at + (delays[at % delays.length] ?? 0)]),
          );
          let log: RunLog = EMPTY_LOG;
          const end = all.length + 25;
          for (let second = 0; second <= end; second += 1) {
            const now = 1_000_000_000_000 + second * 1000;
            const { after, isLookBack } = nextRead(log, now);
            if (isLookBack) log = { ...log, lookedBackAt: now };
            const page = all.filter(({ id }) => id > after && (shownAt.get(id) ?? 0) <= second);
            const timed = read(page.reverse()).map((event) => ({ ...event, at: now }));
            log = settle(withEvents(log, timed, now), now, asItIs);
          }
          const timeless = (of: ReturnType<typeof fold>) =>
            of.steps.map(({ step }) => ({ ...step, durationSeconds: null }));
          expect(timeless(foldLog(log, asItIs))).toEqual(timeless(fold(all)));
          expect(log.unsettled).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("keeps of a step that never ends no more than some events", () => {
    const events = Array.from({ length: 3000 }, (_, index) =>
      toolEvent(index + 1, "shell", { output: String(index) }),
    );
    let log = EMPTY_LOG;
    for (let at = 0; at < events.length; at += 200) {
      log = settle(withEvents(log, read(events.slice(at, at + 200)), 0), 0, asItIs);
      expect(log.unsettled.length).toBeLessThanOrEqual(1000);
    }
    const told = foldLog(log, asItIs).steps.flatMap(({ step }) => step.actions);
    expect(told).toHaveLength(3000);
  });

  it("leaves out what is there twice", () => {
    const events = stepEvents(1, "milk");
    const log = withEvents(withEvents(EMPTY_LOG, read(events), 0), read(events), 5000);
    expect(log.unsettled).toHaveLength(EVENTS_OF_STEP);
    expect(foldLog(log, asItIs).steps).toHaveLength(1);
  });
});
