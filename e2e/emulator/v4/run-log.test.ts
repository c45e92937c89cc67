import { describe, expect, it } from "vitest";
import { SCENARIOS } from "../scenarios/all-scenarios";
import type { TaskScript } from "../script";
import type { LogEntry } from "./log-entry";
import { runLog } from "./run-log";
import { dollars } from "./usage";

const facts = {
  browserId: "b1",
  liveUrl: "https://live.example/1",
  pictureOf: () => ({ mime: "image/png", url: "data:image/png;base64,AAAA" }),
};
const lineOf = ({ type, data }: LogEntry) => (type === "core.event" ? data.type : type);
const toolsOf = (log: readonly LogEntry[]) => log.filter((entry) => lineOf(entry) === "tool_use");
const named = (scenario: string): TaskScript => {
  const script = SCENARIOS.find((each) => each.scenario === scenario);
  if (script === undefined) throw new Error(`No scenario ${scenario}`);
  return script;
};
/** Scenarios that v4 has a word for; the longest is as one of a thousand steps. */
const SCRIPTS = SCENARIOS.filter(
  ({ contracts, scenario }) => contracts?.includes("v4") !== false && scenario !== "steps-10000",
);

describe.each(SCRIPTS.map((script) => [script.scenario, script] as const))("%s", (_, script) => {
  const log = runLog(script, facts);

  it("is told in the order of its times, and can be sent", () => {
    const times = log.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(JSON.parse(JSON.stringify(log))).toHaveLength(log.length);
  });

  it("has each step once, as long as in the script, with its words between", () => {
    const starts = log.filter((entry) => lineOf(entry) === "step_start");
    const finishes = log.filter((entry) => lineOf(entry) === "step_finish");
    expect([starts.length, finishes.length]).toEqual([script.steps.length, script.steps.length]);
    for (const [index, { duration, goal }] of script.steps.entries()) {
      const [start, finish] = [starts[index], finishes[index]];
      if (start === undefined || finish === undefined) throw new Error("A step is missing");
      expect(finish.at - start.at).toBeCloseTo(duration, 6);
      const between = log.slice(log.indexOf(start), log.indexOf(finish));
      const said = between.filter((entry) => lineOf(entry) === "text");
      const words = said.map(({ data }) => data.part);
      if (goal !== "") expect(words[0]).toEqual({ type: "text", text: goal });
    }
  });

  it("tells of calls of tools that have ended only, each picture once", () => {
    const states = toolsOf(log).map(({ data }) => data.part);
    for (const part of states) {
      expect(part).toMatchObject({
        type: "tool",
        state: {
          status: expect.stringMatching(/^(completed|error)$/) as unknown,
          input: expect.anything() as unknown,
        },
      });
    }
    const pictures = JSON.stringify(states).split('"attachments"').length - 1;
    expect(pictures).toBe(script.steps.filter(({ screenshot }) => screenshot !== null).length);
  });

  it("ends with one last event, or not at all", () => {
    const ends = log.filter(({ type }) =>
      /^run\.(completed|failed|cancelled|dispatch_failed)$/.test(type),
    );
    const isEndless = script.ending === null || script.queueSeconds === null;
    expect(ends).toHaveLength(isEndless ? 0 : 1);
    if (!isEndless) expect(ends[0]).toBe(log.at(-1));
  });
});

describe("the log of a run", () => {
  it("begins with its way to the browser", () => {
    const log = runLog(named("run-live"), facts);
    expect(log.slice(0, 5).map(lineOf)).toEqual([
      "run.created",
      "run.dispatching",
      "run.dispatched",
      "browser.ready",
      "llm.request",
    ]);
    expect(log[3]?.data).toEqual({
      browser_session_id: "b1",
      live_view_url: "https://live.example/1",
    });
  });

  it("tells of a usual step as the agent does", () => {
    const log = runLog(named("run-live"), facts);
    const start = log.findIndex((entry) => lineOf(entry) === "step_start");
    expect(log.slice(start - 1, start + 6).map(lineOf)).toEqual([
      "llm.request",
      "step_start",
      "reasoning",
      "text",
      "llm.response",
      "tool_use",
      "step_finish",
    ]);
  });

  it("has an address in the code of what leads to another page, and nowhere else", () => {
    const log = runLog(named("run-live"), facts);
    const codes = toolsOf(log).map(({ data }) => JSON.stringify(data.part));
    expect(codes[0]).toContain('page.goto(\\"https://www.fernweg.example/\\")');
    expect(codes.filter((code) => code.includes("https://")).length).toBeGreaterThan(3);
    expect(codes.some((code) => code.includes('press(\\"Enter\\")'))).toBe(true);
  });

  it("ends a failed step with the call that failed, and a picture before it", () => {
    const log = runLog(named("run-failed"), facts);
    const failed = toolsOf(log).filter(({ data }) => JSON.stringify(data).includes('"error"'));
    expect(failed.length).toBeGreaterThan(2);
    const [first] = failed;
    if (first === undefined) throw new Error("No call failed");
    expect(first.data.part).toMatchObject({
      tool: "browser_execute",
      state: { status: "error", error: "The form says that the password does not fit." },
    });
    const next = log[log.indexOf(first) + 1];
    expect(next === undefined ? null : lineOf(next)).toBe("step_finish");
  });

  it("says what the calls of the model cost, in both places the same", () => {
    const log = runLog(named("run-pictures"), facts);
    const told = log.filter(({ type }) => type === "llm.response").map(({ data }) => data.cost_usd);
    const finished = log
      .filter((entry) => lineOf(entry) === "step_finish")
      .map(({ data }) => JSON.stringify(data.part));
    for (const [index, cost] of told.entries()) {
      expect(cost).toMatch(/^0\.\d{6}$/);
      expect(finished[index]).toContain(`"cost":${String(Number(cost))}`);
    }
    expect(dollars(1_250_000)).toBe("1.250000");
  });

  it("says why a run failed, and that none began", () => {
    expect(runLog(named("run-failed"), facts).slice(-3)).toMatchObject([
      {
        data: {
          type: "error",
          error: { data: { message: expect.stringMatching(/mailbox/) as unknown } },
        },
      },
      { type: "browser.released" },
      { type: "run.failed", data: { error: expect.stringMatching(/mailbox/) as unknown } },
    ]);
    expect(runLog(named("stack-trace"), facts).map(lineOf)).toEqual([
      "run.created",
      "run.dispatching",
      "run.dispatch_failed",
    ]);
  });

  it("keeps the browser of a run that wants it kept", () => {
    const released = (scenario: string) =>
      runLog(named(scenario), facts).some(({ type }) => type === "browser.released");
    expect([released("run-pictures"), released("run-browser-up")]).toEqual([true, false]);
  });

  it("is as long as its sample says", () => {
    expect(runLog(named("run-5000-events"), facts).length).toBeGreaterThan(5000);
  });
});
