import { describe, expect, it } from "vitest";
import { findSuspects } from "./find-suspects";
import { pacedTask, startPace } from "@/lib/domain/freshness/step-pace";
import type { Task } from "@/lib/domain/task/task";
import {
  click,
  contentOf,
  FAILED,
  inShort,
  NOW,
  ok,
  plain,
  suspectsOf,
} from "@/test/factories/run";

const SUCCESS: Partial<Task> = {
  status: "finished",
  verdict: { agent: true, judge: null, judgement: null },
};

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
    const failure = { went: "Failed: blank." };
    const one = suspectsOf(FAILED, [failure, ...ok(3), failure, {}]);
    expect(plain(one[0]?.reason)).toBe("Failed: “blank.” One other step failed too.");
    const many = suspectsOf(FAILED, [failure, ...ok(1), failure, ...ok(1), failure, {}]);
    expect(many[0]).toMatchObject({ step: 5 });
    expect(plain(many[0]?.reason)).toBe("Failed: “blank.” 2 others failed too.");
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
    const pace = { ...startPace(pacedTask(content), NOW), lastStepAt: NOW - 300_000 };
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
