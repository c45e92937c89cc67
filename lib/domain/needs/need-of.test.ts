import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCENARIOS } from "@/e2e/emulator/scenarios/all-scenarios";
import { pacedTask, startPace } from "@/lib/domain/freshness/step-pace";
import { parseAction } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import { TASK_STATUSES, type TaskStatus } from "@/lib/domain/task/task-status";
import { testContent } from "@/test/factories/content";
import { replay } from "@/test/factories/replay";
import { NOW } from "@/test/factories/run";
import { scriptedRun } from "@/test/factories/scripted-run";
import { isNeedKey } from "./need";
import { needOf } from "./need-of";
import { needOfHead, needOfTile } from "./need-of-tile";
import { readNeedSigns } from "./need-signs";

const ago = (ms: number) => new Date(NOW - ms).toISOString();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const need = (task: Partial<Task>, steps: readonly Partial<Step>[] = [], now = NOW) =>
  needOf(testContent({ task, steps }), now);
const ASKS: Partial<Step> = { nextGoal: "Wait for the user to solve the captcha." };
const WORKS: Partial<Step> = { nextGoal: "Open the next page." };
const VERDICT = { agent: null, judge: null, judgement: null };

describe("a run that goes on", () => {
  it("needs somebody for as long as its newest step waits, under one key", () => {
    const first = need({}, [WORKS, ASKS]);
    expect(first).toMatchObject({ reason: "captcha", severity: "now", step: 2, isGuess: true });
    const later = need({}, [WORKS, ASKS, ASKS, ASKS]);
    expect([later?.step, later?.key]).toEqual([4, first?.key]);
    const long = [70, 90].map(
      (count) =>
        need(
          {},
          Array.from({ length: count }, () => ASKS),
        )?.key,
    );
    expect(long).toEqual(["captcha-0", "captcha-0"]);
    expect(need({}, [WORKS, ASKS, WORKS])).toBeNull();
    expect(need({}, [WORKS, ASKS, WORKS, ASKS])?.key).not.toBe(first?.key);
  });

  it("does not where a tool has its answer already", () => {
    const asked = { ask_user: { question: "Which verification code?" } };
    const answered = { ...asked, result: "204118" };
    const kinds = [asked, answered].map(
      (action) => need({}, [{ actions: [parseAction(JSON.stringify(action))] }])?.reason ?? null,
    );
    expect(kinds).toEqual(["code", null]);
  });

  it("needs somebody while it is paused, since that was seen", () => {
    const content = testContent({ task: { status: "paused" }, steps: [WORKS] });
    expect(needOf(content, NOW)).toMatchObject({ reason: "paused", severity: "now", since: null });
    const pace = { ...startPace(pacedTask(content), NOW), isSince: true };
    expect(needOf(content, NOW, pace)).toMatchObject({ since: ago(0), key: "paused-1" });
  });

  it("is stuck when it is silent for long, since its last step, until a step comes", () => {
    const content = testContent({ steps: [WORKS, WORKS, WORKS] });
    const pace = { ...startPace(pacedTask(content), NOW - HOUR), sawStep: true };
    expect(needOf(content, NOW, pace)).toMatchObject({
      reason: "stuck",
      severity: "soon",
      since: ago(HOUR),
      step: 3,
      key: "stuck-3",
    });
    expect(needOf(content, NOW - HOUR + MINUTE, pace)).toBeNull();
  });

  it("is stuck in a circle under one key, however long that goes on", () => {
    const circle = (count: number) =>
      need({}, [
        WORKS,
        ...Array.from({ length: count }, () => ({
          url: "https://a.example/",
          actions: [parseAction('{"click":{"index":4}}')],
          outcome: "failure" as const,
        })),
      ]);
    expect(circle(5)).toMatchObject({ reason: "stuck", key: "stuck-2", step: 2 });
    expect(circle(90)?.key).toBe("stuck-2");
  });
});

describe("a run that is over", () => {
  it.each<[string, Partial<Task>, string | null]>([
    ["failed", { status: "failed" }, "failed"],
    ["failed for the time", { status: "failed", rawStatus: "timed_out" }, "limit"],
    ["denied by the judge", { verdict: { ...VERDICT, agent: true, judge: false } }, "disputed"],
    ["denied by the agent", { verdict: { ...VERDICT, agent: false, judge: true } }, "disputed"],
    ["a success", { output: "x", verdict: { ...VERDICT, agent: true } }, null],
    ["without an answer", { output: null }, "limit"],
    ["an answer of which nobody says anything", { output: "12 euros" }, null],
    ["stopped", { status: "stopped" }, null],
  ])("%s", (_, task, reason) => {
    const ended = { status: "finished" as const, finishedAt: ago(MINUTE), ...task };
    const found = need({ rawStatus: ended.status, ...ended }, [WORKS]);
    expect(found?.reason ?? null).toBe(reason);
    if (found === null) return;
    expect(found).toMatchObject({ severity: "look", since: ago(MINUTE), key: "end" });
  });

  it("is news for a day, and of one without a time for a day after its start", () => {
    const failed = { status: "failed" } as const;
    expect(need({ ...failed, finishedAt: ago(23 * HOUR) })).not.toBeNull();
    expect(need({ ...failed, finishedAt: ago(25 * HOUR) })).toBeNull();
    expect(need({ ...failed, startedAt: ago(23 * HOUR) })).toMatchObject({ since: null });
    expect(need({ ...failed, startedAt: ago(25 * HOUR) })).toBeNull();
    expect(need(failed)).toBeNull();
  });

  it("costs while its browser is up, from five minutes after its end on, and until it is not", () => {
    const over = { status: "finished", output: "x", sessionStatus: "active" } as const;
    expect(need({ ...over, finishedAt: ago(4 * MINUTE) })).toBeNull();
    const found = { reason: "live-after-end", severity: "soon", since: ago(6 * MINUTE) };
    expect(need({ ...over, finishedAt: ago(6 * MINUTE) })).toMatchObject(found);
    expect(need({ ...over, finishedAt: ago(72 * HOUR) })?.reason).toBe("live-after-end");
    expect(need({ ...over, finishedAt: ago(6 * MINUTE), sessionStatus: "stopped" })).toBeNull();
  });

  it("opens the step that the judge names, else the last failure near the end", () => {
    const failed = { status: "failed", finishedAt: ago(MINUTE) } as const;
    const steps = [WORKS, { ...WORKS, outcome: "failure" as const }, WORKS];
    expect(need(failed, steps)?.step).toBe(2);
    const judged = { ...VERDICT, judgement: "It went wrong in step 1." };
    expect(need({ ...failed, verdict: judged }, steps)?.step).toBe(1);
    expect(need(failed)?.step).toBeNull();
  });
});

describe("any run", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", "Wait for the user.", "Blocked by a captcha", "Failed", "已达到最大步数"),
  );
  const step = fc.record({
    nextGoal: text,
    evaluation: text,
    memory: text,
    url: fc.constantFrom("", "https://a.example/login", "https://www.google.com/sorry/index"),
    outcome: fc.constantFrom("success" as const, "failure" as const, "unknown" as const),
    actions: fc.constantFrom(
      [],
      [parseAction('{"click":{"index":1}}')],
      [parseAction('{"ask_user":{"text":"?"}}')],
      [{ raw: "<x>" }],
    ),
  });
  const time = fc.constantFrom(null, "no time", ago(0), ago(MINUTE), ago(HOUR), ago(48 * HOUR));
  const said = fc.constantFrom(null, true, false);
  const statuses = Object.keys(TASK_STATUSES) as TaskStatus[];
  const run = fc.record({
    task: fc.record({
      status: fc.constantFrom(...statuses),
      output: fc.option(text),
      verdict: fc.record({ agent: said, judge: said, judgement: fc.option(text) }),
      startedAt: time,
      finishedAt: time,
      hasLive: fc.boolean(),
    }),
    steps: fc.array(step, { maxLength: 8 }),
  });

  it("is read alike each time, on a page and on a board, and needs nobody once it went well", () => {
    fc.assert(
      fc.property(run, (given) => {
        const content = testContent(given);
        const found = needOf(content, NOW);
        expect(needOf(structuredClone(content), NOW)).toEqual(found);
        const { task } = content;
        const needSigns = readNeedSigns(content);
        const tile = { ...pacedTask(content), finishedAt: task.finishedAt, needSigns };
        expect(needOfTile(tile, NOW, startPace(pacedTask(content), NOW))).toEqual(found);
        if (found !== null) expect(isNeedKey(found.key), found.key).toBe(true);

        const inList = needOfHead(task, NOW);
        expect(inList === null || isNeedKey(inList.key)).toBe(true);
        // A list knows less, and raises nothing that the page does not.
        if (inList !== null) expect(found).not.toBeNull();

        const cured: Partial<Task> = {
          ...task,
          status: "finished",
          output: "12 euros",
          verdict: { agent: true, judge: true, judgement: null },
          hasLive: false,
        };
        expect(need(cured, given.steps)).toBeNull();
        const goesOn = { ...task, status: "running" as const };
        expect(need(goesOn, [...given.steps, { ...WORKS, url: "https://b.example/" }])).toBeNull();
      }),
    );
  });
});

describe("the samples", () => {
  const LONGEST = 60;
  /** What is raised in each of them while it is replayed step by step, and a minute and ten after its end. */
  const RAISED: Readonly<Record<string, readonly string[]>> = {
    paused: ["now paused"],
    "failed-evaluations": ["over login", "later login"],
    "run-failed": ["over login", "later login"],
    "judge-disagrees": ["over disputed", "later disputed"],
    loop: [
      ...Array.from({ length: 10 }, (_, index) => `step ${String(index + 9)} stuck`),
      "now stuck",
    ],
    waiting: ["step 3 code", "now code"],
    "stack-trace": ["over failed", "later failed"],
    "keep-alive": ["later live-after-end"],
    "run-browser-up": ["later live-after-end"],
    hostile: ["over disputed", "later disputed"],
  };

  it("raise what a reader would agree with, and nothing else", () => {
    const raised = SCENARIOS.flatMap((script) => {
      const content = scriptedRun(script, ago(0));
      const steps = replay({ ...content, steps: content.steps.slice(0, LONGEST) });
      const whole = script.ending === null ? ["now"] : ["over", "later"];
      const moments = [
        ...steps.map((each, index) => ({
          name: `step ${String(index + 1)}`,
          found: needOf(each, NOW),
        })),
        ...whole.map((name) => ({
          name,
          found: needOf(content, NOW + (name === "later" ? 10 : 1) * MINUTE),
        })),
      ];
      const told = moments.flatMap(({ name, found }) =>
        found === null ? [] : [`${name} ${found.reason}`],
      );
      return told.length === 0 ? [] : [[script.scenario, told]];
    });
    expect(Object.fromEntries(raised)).toEqual(RAISED);
  });
});
