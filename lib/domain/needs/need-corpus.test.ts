import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { parseAction } from "@/lib/domain/task/action";
import { outcomeOf } from "@/lib/domain/task/outcome";
import { testContent } from "@/test/factories/content";
import { NOW } from "@/test/factories/run";
import { needOf } from "./need-of";

const read = (name: string): unknown => JSON.parse(readFileSync(`test/field/${name}.json`, "utf8"));
const need = z.string().nullable();
const text = z.string().default("");

/** One step, or several that are alike, of a run that goes on. */
const waits = z.array(
  z.strictObject({
    need,
    goal: text,
    evaluation: text,
    memory: text,
    url: text,
    action: z.record(z.string(), z.unknown()).optional(),
    times: z.number().default(1),
  }),
);

it("wait-phrases: says of each running step what a reader would say", () => {
  const wrong = waits.parse(read("wait-phrases")).flatMap((told) => {
    const step = {
      nextGoal: told.goal,
      evaluation: told.evaluation,
      memory: told.memory,
      url: told.url,
      actions: told.action === undefined ? [] : [parseAction(JSON.stringify(told.action))],
    };
    const steps = Array.from({ length: told.times }, (_, index) => ({
      ...step,
      outcome: index === told.times - 1 ? ("unknown" as const) : outcomeOf(told.evaluation),
    }));
    const found = needOf(testContent({ steps }), NOW);
    return found?.reason === (told.need ?? undefined) ? [] : [{ ...told, found }];
  });
  expect(wrong).toEqual([]);
});

const runFacts = (error: string) => ({
  title: null,
  error,
  usage: { inputTokens: 0, outputTokens: 0, cost: null },
  searchCost: null,
  contextLimit: null,
  browsers: null,
});

/** How a run ended, in its own words. */
const ends = z.array(
  z.strictObject({
    need,
    status: z.enum(["failed", "finished", "stopped"]),
    rawStatus: z.string().optional(),
    output: z.string().nullable().default(null),
    error: z.string().nullable().default(null),
    agent: z.boolean().nullable().default(null),
    judge: z.boolean().nullable().default(null),
    judgement: z.string().nullable().default(null),
    reachedCaptcha: z.boolean().default(false),
  }),
);

it("end-phrases: says of each end what a reader would say", () => {
  const wrong = ends.parse(read("end-phrases")).flatMap((told) => {
    const { status, output, agent, judge, judgement } = told;
    const content = testContent({
      task: {
        status,
        rawStatus: told.rawStatus ?? status,
        output,
        verdict: { agent, judge, judgement },
        judgeFlags: told.reachedCaptcha ? { reachedCaptcha: true, impossibleTask: false } : null,
        finishedAt: new Date(NOW - 60_000).toISOString(),
        ...(told.error === null ? {} : { run: runFacts(told.error) }),
      },
      steps: [{ nextGoal: "Look." }],
    });
    const found = needOf(content, NOW);
    return found?.reason === (told.need ?? undefined) ? [] : [{ ...told, found }];
  });
  expect(wrong).toEqual([]);
});
