import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAction } from "./action";
import { findSuspects } from "./find-suspects";
import { outcomeOf } from "./outcome";
import { startPace } from "./step-pace";
import type { Step } from "./step";
import type { Task } from "./task";
import { testContent } from "./test-content";

const NOW = Date.parse("2026-03-01T12:00:00Z");

/** One step in short: what it does, where, for how long, and what the step after it says about it. */
type Told = { does?: string; url?: string; seconds?: number; went?: string; goal?: string };

const FAILED: Partial<Task> = { status: "failed" };
const SUCCESS: Partial<Task> = {
  status: "finished",
  verdict: { agent: true, judge: null, judgement: null },
};

function contentOf(task: Partial<Task>, told: readonly Told[]) {
  const steps = told.map(({ does, url, seconds, goal }, index): Partial<Step> => {
    const evaluation = told[index - 1]?.went ?? "";
    const next = told[index]?.went;
    return {
      evaluation,
      outcome: next === undefined || index === told.length - 1 ? "unknown" : outcomeOf(next),
      nextGoal: goal ?? "",
      url: url ?? `https://shop.example/${String(index)}`,
      actions: does === "" ? [] : [parseAction(does ?? click(index))],
      durationSeconds: seconds ?? null,
    };
  });
  return testContent({ task, steps });
}

const click = (index: number) => JSON.stringify({ click_element: { index } });
const ok = (count: number): Told[] => Array.from({ length: count }, () => ({ went: "Success" }));
const suspectsOf = (task: Partial<Task>, told: readonly Told[]) =>
  findSuspects(contentOf(task, told), NOW);
const inShort = (task: Partial<Task>, told: readonly Told[]) =>
  suspectsOf(task, told).map(({ kind, step }) => `${kind} ${String(step)}`);
const plain = (text: string | undefined) => text?.replace(/[\u2068\u2069]/g, "");
const judged = (judgement: string | null): Partial<Task> => ({
  status: "finished",
  verdict: { agent: true, judge: false, judgement },
});

describe("a failed run", () => {
  it("leads to the step that failed before the end, judged by the step after it", () => {
    const run = [...ok(4), { went: "Failed - The list is empty." }, {}];
    expect(suspectsOf(FAILED, run)).toMatchObject([
      { kind: "failed-step", step: 5 },
      { kind: "last-before-end", step: 6 },
    ]);
    expect(plain(suspectsOf(FAILED, run)[0]?.reason)).toBe("Failed: “The list is empty.”");
  });

  it("says how many others failed", () => {
    const failure = { went: "Failed: no." };
    const one = suspectsOf(FAILED, [failure, ...ok(3), failure, {}]);
    expect(plain(one[0]?.reason)).toBe("Failed: “no.” One other step failed too.");
    const many = suspectsOf(FAILED, [failure, ...ok(1), failure, ...ok(1), failure, {}]);
    expect(many[0]).toMatchObject({ step: 5 });
    expect(plain(many[0]?.reason)).toBe("Failed: “no.” 2 others failed too.");
  });

  it("leads to the first of several that failed in a row", () => {
    const run = [
      ...ok(2),
      ...["Failed: a", "Failed: b", "Failed: c"].map((went) => ({ went })),
      {},
    ];
    const [first] = suspectsOf(FAILED, run);
    expect(first).toMatchObject({ kind: "failed-step", step: 3 });
    expect(plain(first?.reason)).toBe("The first of 3 failed steps in a row, to step 5: “a”");
    const pair = suspectsOf(FAILED, [{ went: "Failed: a" }, { went: "Failed: b" }, {}])[0];
    expect(plain(pair?.reason)).toBe("Failed, and so did step 2: “a”");
  });

  it("prefers failures near the end to longer ones that were got over", () => {
    const early = ["Failed", "Failed", "Failed"].map((went) => ({ went }));
    const run = [...early, ...ok(8), { went: "Failed: the end" }, {}];
    expect(inShort(FAILED, run)).toEqual(["failed-step 12", "last-before-end 13"]);
    expect(inShort(FAILED, [...early, ...ok(8), {}])[0]).toBe("failed-step 1");
  });

  it("leads to its last step when nothing else stands out", () => {
    const run = [...ok(5), { goal: "Open the invoice." }];
    expect(suspectsOf(FAILED, run)).toEqual([
      {
        kind: "last-before-end",
        step: 6,
        reason: "Last step before the end: “\u2068Open the invoice.\u2069”",
      },
    ]);
  });

  it("does not send to the report of an agent that gave up, when there is something better", () => {
    const done = { does: JSON.stringify({ done: { success: false } }) };
    expect(inShort(FAILED, [...ok(3), { went: "Failed" }, done])).toEqual(["failed-step 4"]);
    expect(inShort(FAILED, [...ok(4), done])).toEqual(["last-before-end 5"]);
  });

  it("quotes the error it ended with", () => {
    const output =
      'Traceback (most recent call last):\n  File "a.py", line 1, in run\nbrowser.TimeoutError: no answer\n';
    expect(suspectsOf({ ...FAILED, output }, [])).toEqual([
      {
        kind: "last-before-end",
        step: null,
        reason: "It ended before its first step: “\u2068browser.TimeoutError: no answer\u2069”",
      },
    ]);
    const last = suspectsOf({ ...FAILED, output }, ok(3))[0];
    expect(plain(last?.reason)).toBe("Ended after it: “browser.TimeoutError: no answer”");
    expect(suspectsOf({ ...FAILED, output: "Sorry." }, [])).toEqual([]);
  });

  it("counts as failed when it finished and the agent says so", () => {
    const verdict = { agent: false, judge: null, judgement: null };
    expect(inShort({ status: "finished", verdict }, ok(3))).toEqual(["last-before-end 3"]);
  });
});

describe("a loop", () => {
  const again = (count: number, went = "Failed"): Told[] =>
    Array.from({ length: count }, () => ({ does: click(23), url: "https://a.example/list", went }));

  it("is named with its first and its last step", () => {
    const run = [...ok(2), ...again(4), ...ok(6), {}];
    const [first] = suspectsOf(FAILED, run);
    expect(first).toMatchObject({ kind: "repeated", step: 3 });
    expect(plain(first?.reason)).toBe(
      "“Click element 23” 4 times on one page, steps 3 to 6, 4 failed.",
    );
  });

  it("needs three times", () => {
    expect(inShort(FAILED, [...again(2, ""), ...ok(6), {}])).toEqual(["last-before-end 9"]);
    expect(inShort(FAILED, [...again(3, ""), ...ok(6), {}])[0]).toBe("repeated 1");
  });

  it("is none when each time brought something", () => {
    expect(inShort(FAILED, [...again(9, "Success"), ...ok(6), {}])).toEqual(["last-before-end 16"]);
  });

  it("is seen through the order of a query, campaign marks, and a place in the page", () => {
    const urls = [
      "https://a.example/list?a=1&b=2",
      "https://a.example/list?b=2&a=1",
      "https://A.example/list/?a=1&b=2&utm_source=x#top",
    ];
    const run = urls.map((url) => ({ does: click(1), url, went: "" }));
    expect(inShort(FAILED, [...run, ...ok(6), {}])[0]).toBe("repeated 1");
  });

  it("is none across different pages, nor where no address is recorded", () => {
    const on = (urls: readonly string[]) =>
      inShort(FAILED, [...urls.map((url) => ({ does: click(1), url })), ...ok(6), {}])[0];
    const page = (number: number) => `https://a.example/list?page=${String(number)}`;
    expect(on([page(1), page(2), page(3)])).toBe("last-before-end 10");
    expect(on(["", "", "", ""])).toBe("last-before-end 11");
    expect(on(["https://a.example/#/1", "https://a.example/#/2", "https://a.example/#/3"])).toBe(
      "last-before-end 10",
    );
  });

  it("is seen when it goes in a circle of several steps", () => {
    const circle = ["open", "look", "go_back"].map((name) => ({
      does: JSON.stringify({ [name]: {} }),
      url: "https://a.example/",
      went: "Unknown",
    }));
    const run = [...ok(1), ...circle, ...circle, ...circle, {}];
    expect(suspectsOf(FAILED, run)[0]).toMatchObject({ kind: "repeated", step: 2 });
    expect(suspectsOf(FAILED, run).filter(({ kind }) => kind === "repeated")).toHaveLength(1);
  });

  it("is patient with scrolling and waiting", () => {
    const scroll = { does: '{"scroll_down":{}}', url: "https://a.example/", went: "Unknown" };
    const times = (count: number) => Array.from({ length: count }, () => scroll);
    expect(inShort(FAILED, [...times(5), ...ok(6), {}])[0]).toBe("last-before-end 12");
    expect(inShort(FAILED, [...times(6), ...ok(6), {}])[0]).toBe("repeated 1");
  });

  it("names steps in a row without any action", () => {
    const idle = { does: "", url: "https://a.example/", went: "" };
    expect(suspectsOf(FAILED, [...ok(2), idle, idle, idle, ...ok(6), {}])[0]).toEqual({
      kind: "repeated",
      step: 3,
      reason: "No action in 3 steps in a row, steps 3 to 5.",
    });
  });

  it("says nothing of a run whose actions nobody recorded", () => {
    const idle = { does: "", url: "https://a.example/", went: "" };
    expect(inShort(FAILED, [idle, idle, idle, idle])).toEqual(["last-before-end 4"]);
  });

  it("takes the place of the failed steps in it", () => {
    expect(inShort(FAILED, [...ok(2), ...again(5), {}])).toEqual([
      "repeated 3",
      "last-before-end 8",
    ]);
  });
});

describe("the slowest step", () => {
  const slow = (seconds: number, usual = 9, count = 6): Told[] => [
    ...Array.from({ length: count }, () => ({ seconds: usual, went: "Success" })),
    { seconds, went: "Success" },
    { seconds: usual },
  ];

  it("is named when it clearly stands out", () => {
    expect(suspectsOf(FAILED, slow(88))[0]).toEqual({
      kind: "slowest",
      step: 7,
      reason: "Took 88 s; a step usually takes 9 s.",
    });
  });

  it("is not for a few seconds, nor for less than three times the usual", () => {
    expect(inShort(FAILED, slow(26))).toEqual(["last-before-end 8"]);
    expect(inShort(FAILED, slow(15, 1))).toEqual(["last-before-end 8"]);
    expect(inShort(FAILED, slow(80, 30))).toEqual(["last-before-end 8"]);
  });

  it("is not without durations, or with too few to know what is usual", () => {
    expect(inShort(FAILED, ok(8))).toEqual(["last-before-end 8"]);
    expect(inShort(FAILED, slow(300, 9, 1))).toEqual(["last-before-end 3"]);
  });
});

describe("the judge", () => {
  it("comes first, with the step it names", () => {
    const run = [...ok(3), { went: "Failed: x" }, { went: "Failed: y" }, ...ok(1), {}];
    expect(inShort(judged("The wrong size was chosen in step 2."), run)).toEqual([
      "judge 2",
      "failed-step 4",
      "last-before-end 7",
    ]);
  });

  it("names the task as a whole when it names no step, or none that there is", () => {
    expect(inShort(judged("Too expensive."), ok(3))).toEqual(["judge null", "last-before-end 3"]);
    expect(inShort(judged("See step 12."), ok(3))[0]).toBe("judge null");
  });

  it("is quoted shortly", () => {
    const [first] = suspectsOf(judged("word ".repeat(400)), ok(2));
    expect(first?.reason.length).toBeLessThanOrEqual(160);
    expect(plain(first?.reason)).toMatch(/^The judge: “word word .*…”$/);
  });

  it("says nothing when it wrote nothing, or is content", () => {
    expect(inShort(judged(null), ok(3))).toEqual(["last-before-end 3"]);
    const verdict = { agent: true, judge: true, judgement: "Fine, see step 1." };
    expect(inShort({ status: "finished", verdict }, ok(3))).toEqual([]);
  });

  it("is enough where the only failure was got over", () => {
    expect(
      inShort(judged("Too expensive."), [
        ...ok(3),
        { went: "Failed" },
        ...ok(6),
        { does: JSON.stringify({ done: {} }) },
      ]),
    ).toEqual(["judge null"]);
  });
});

describe("a run that went well", () => {
  it("does not cry wolf about failures it got over", () => {
    const run = [...ok(2), { went: "Failed" }, ...ok(1), { went: "Failed" }, ...ok(3), {}];
    expect(suspectsOf(SUCCESS, run)).toEqual([]);
    expect(suspectsOf({ status: "finished" }, run)).toEqual([]);
  });

  it("names one thing at most, and only what is really odd", () => {
    const stuck = { does: click(1), url: "https://a.example/", went: "Failed" };
    const run = [...ok(2), stuck, stuck, stuck, stuck, stuck, ...ok(3), {}];
    expect(inShort(SUCCESS, run)).toEqual(["repeated 3"]);
    expect(inShort(SUCCESS, [...ok(2), stuck, stuck, stuck, ...ok(3), {}])).toEqual([]);
  });

  it("does not mind a slow step in a long run", () => {
    const steady = Array.from({ length: 60 }, () => ({ seconds: 9, went: "Success" }));
    expect(inShort(SUCCESS, [...steady, { seconds: 131 }])).toEqual([]);
    expect(inShort(SUCCESS, [...steady.slice(0, 6), { seconds: 300 }])).toEqual(["slowest 7"]);
  });
});

describe("a stopped run", () => {
  it("names what failed again and again just before, and nothing else", () => {
    const twice = [{ went: "Failed: a" }, { went: "Failed: b" }];
    expect(inShort({ status: "stopped" }, [...ok(5), ...twice, {}])).toEqual(["failed-step 6"]);
    expect(inShort({ status: "stopped" }, [...twice, ...ok(8), {}])).toEqual([]);
    expect(inShort({ status: "stopped" }, [...ok(5), { went: "Failed" }, {}])).toEqual([]);
    expect(inShort({ status: "stopped" }, ok(7))).toEqual([]);
  });
});

describe("a run that goes on", () => {
  const stuck = { does: click(1), url: "https://a.example/", went: "Failed" };

  it("has no suspects while it gets on, whatever failed", () => {
    const run = [{ went: "Failed" }, { went: "Failed" }, ...ok(4), {}];
    expect(suspectsOf({ status: "running" }, run)).toEqual([]);
    expect(suspectsOf({ status: "created" }, [])).toEqual([]);
    expect(suspectsOf({ status: "running" }, [stuck, stuck, stuck, stuck, ...ok(9), {}])).toEqual(
      [],
    );
  });

  it("names the circle it goes in", () => {
    expect(inShort({ status: "running" }, [...ok(3), stuck, stuck, stuck, stuck])).toEqual([
      "repeated 4",
    ]);
  });

  it("names its newest step when nothing has come after it for far too long", () => {
    const content = contentOf(
      { status: "running" },
      [9, 9, 9].map((seconds) => ({ seconds })),
    );
    const pace = { ...startPace(content, NOW), lastStepAt: NOW - 300_000 };
    expect(findSuspects(content, NOW, pace)).toEqual([
      {
        kind: "last-before-end",
        step: 3,
        reason: "Nothing new after it for 5 min; a step usually takes 9 s.",
      },
    ]);
    expect(findSuspects(content, NOW, { ...pace, lastStepAt: NOW - 100_000 })).toEqual([]);
  });
});

describe("whatever a run looks like", () => {
  const texts = fc.constantFrom("", "Success", "Failed - x\u202e", "Failed", "Unknown", "Partial");
  const run = fc.array(
    fc.record({
      went: texts,
      does: fc.constantFrom("", click(1), click(2), '{"done":{}}', "<not json>"),
      url: fc.constantFrom("", "about:blank", "data:,", "https://a.example/", "http://[bad"),
      seconds: fc.constantFrom(0, 1, 9, 17, 131),
    }),
    { maxLength: 40 },
  );
  const status = fc.constantFrom("created", "running", "paused", "finished", "failed", "stopped");

  it("names at most three steps that exist, none twice, in short reasons on one line", () => {
    fc.assert(
      fc.property(status, run, fc.boolean(), (word, told, judge) => {
        const verdict = { agent: true, judge, judgement: "See step 3\nand step 4." };
        const suspects = suspectsOf({ status: word, verdict }, told);
        expect(suspects.length).toBeLessThanOrEqual(3);
        const steps = suspects.flatMap(({ step }) => (step === null ? [] : [step]));
        expect(new Set(steps).size).toBe(steps.length);
        for (const step of steps) {
          expect(step).toBeGreaterThanOrEqual(1);
          expect(step).toBeLessThanOrEqual(told.length);
        }
        for (const { reason } of suspects) {
          expect(reason.length).toBeLessThanOrEqual(260);
          expect(reason).not.toMatch(/[\n\u202e]/);
        }
      }),
    );
  });

  it("is told quickly of ten thousand steps", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      url: `https://a.example/${String(index % 700)}?q=${"x".repeat(100)}`,
      went: index % 4 === 0 ? "Failed" : "Success",
      seconds: 9,
    }));
    const content = contentOf(FAILED, many);
    const before = performance.now();
    findSuspects(content, NOW);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
