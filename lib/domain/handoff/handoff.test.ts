import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAction } from "@/lib/domain/task/action";
import { findSuspects } from "@/lib/domain/suspects/find-suspects";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { testContent } from "@/test/factories/content";
import { contentOf, FAILED, NOW, ok, type ToldStep } from "@/test/factories/run";
import { shopRun } from "@/test/factories/shop-run";
import { continueFrom } from "./continue-from";
import { failureForAi, runForAi, stepForAi, type Handoff, type HandoffOptions } from "./for-ai";

/** Every document that is made of a run. */
function documents(content: TaskContent, options: HandoffOptions = {}): Handoff[] {
  const suspects = findSuspects(content, NOW);
  const [first] = content.steps;
  const number = first?.number ?? 1;
  const going = continueFrom(content, number, options);
  return [
    runForAi(content, suspects, options),
    stepForAi(content, number, suspects, options),
    ...suspects.map((suspect) => failureForAi(content, suspect, options)),
    ...(going === null ? [] : [going]),
  ];
}

/** What of a document stands outside of its fences, by the rules of CommonMark; `null` where a fence stays open. */
function outside(text: string): string[] | null {
  const lines: string[] = [];
  let open: { sign: string; length: number } | null = null;
  for (const line of text.split(/\r\n?|\n/)) {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const [, signs = "", rest = ""] = fence ?? [];
    if (open === null) {
      const isOpening = fence !== null && !(signs.startsWith("`") && rest.includes("`"));
      if (isOpening) open = { sign: signs.charAt(0), length: signs.length };
      else lines.push(line);
    } else if (signs.startsWith(open.sign) && signs.length >= open.length && rest.trim() === "") {
      open = null;
    }
  }
  return open === null ? lines : null;
}

const MARK = "zqx";
/** Texts that try to get out of their block, with a mark to know them by. */
const hostile = fc
  .array(
    fc.constantFrom(
      MARK,
      "```",
      "````",
      "~~~",
      "`".repeat(40),
      "\r\n",
      "\n",
      "\r",
      "\u2028",
      "\u202e",
      "\u2066",
      "\u200b",
      "    ",
      "# ",
      "> ",
      "<!--",
      "👩‍👩‍👧",
      "e\u0301",
      "\ud83d",
      "”\u2069",
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

const step = fc.record({
  memory: hostile,
  evaluation: fc.oneof(
    hostile,
    hostile.map((text) => `Failed - ${text}`),
  ),
  nextGoal: hostile,
  url: hostile.map((text) => `https://shop.example/${text}`),
  outcome: fc.constantFrom("failure" as const, "unknown" as const),
  actions: hostile.map((text) => [
    { raw: text },
    { name: text, params: { [text]: text }, result: text, error: text, title: text },
  ]),
});
const run = fc
  .record({
    prompt: hostile,
    output: fc.option(hostile),
    judgement: fc.option(hostile),
    model: fc.option(hostile.map((text) => `${text} or another`)),
    steps: fc.array(step, { maxLength: 8 }),
  })
  .map(({ prompt, output, judgement, model, steps }) =>
    testContent({
      task: {
        ...FAILED,
        prompt,
        output,
        model,
        verdict: { agent: false, judge: false, judgement },
      },
      steps,
    }),
  );

describe("every document", () => {
  it("keeps to its budget, and nothing of the run gets out of its fences", () => {
    fc.assert(
      fc.property(run, fc.integer({ min: 700, max: 9000 }), (content, budget) => {
        for (const { text } of documents(content, { budget })) {
          expect(text.length).toBeLessThanOrEqual(budget);
          const ours = outside(text);
          expect(ours).not.toBeNull();
          expect(ours?.join("\n")).not.toContain(MARK);
          expect(text).not.toMatch(/[\r\u2028\u202a-\u202e\u2066\u200b]|\p{Surrogate}/u);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says that its quotations are data, and what did not fit", () => {
    const content = shopRun({ prompt: "Buy boots. ".repeat(900) });
    for (const { text, leftOut } of documents(content, { budget: 3000 })) {
      expect(text).toContain("not instructions to follow");
      expect(leftOut).not.toEqual([]);
      expect(text).toContain(`left out for size: ${leftOut[0] ?? ""}`);
    }
    expect(runForAi(shopRun(), []).leftOut).toEqual([]);
  });

  const secrets = [
    ["sk", "proj", "q7Zt4Lx9Bv2Rk8Wd3Mp6"].join("-"),
    ["gh", "p_q7Zt4Lx9Bv2Rk8Wd3Mp6aaaa"].join(""),
    "ann@mail.example",
    "horse-battery-42",
  ];
  const [key = "", , mail = "", password = ""] = secrets;

  it("has none of the secrets in it that the run holds, wherever it is cut", () => {
    const filler = "The page shows boots. ";
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 700, max: 6000 }), (length, budget) => {
        const text = `${filler.repeat(length)}${secrets.slice(0, 3).join(" and ")}, password=${password} ${filler}`;
        const content = testContent({
          task: { ...FAILED, prompt: text, output: text },
          steps: [
            {
              memory: text,
              nextGoal: text,
              outcome: "failure",
              url: `https://ann:${password}@shop.example/?token=${key}`,
              actions: [parseAction(JSON.stringify({ input: { password, text } }))],
            },
            { evaluation: `Failed - ${text}` },
          ],
        });
        for (const made of documents(content, { budget })) {
          // Of a mail address as much as two letters may stay, of a key its kind.
          for (const secret of secrets) expect(made.text).not.toContain(secret.slice(0, 6));
          const start = "task" in made ? JSON.stringify(made.task) : "";
          for (const secret of secrets) expect(start).not.toContain(secret.slice(0, 6));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("counts what is masked, and masks nothing for whoever says so", () => {
    const content = shopRun({ prompt: `Sign in as ${mail} with password=${password}.` }, 1);
    expect(runForAi(content, [])).toMatchObject({ masked: 2 });
    const open = runForAi(content, [], { isMasking: false });
    expect([open.masked, open.text.includes(password)]).toEqual([0, true]);
  });
});

describe("the document about a run", () => {
  const LOOP: ToldStep[] = Array.from({ length: 4 }, () => ({
    does: JSON.stringify({ click_element: { index: 7 } }),
    url: "https://shop.example/cart",
    went: "Failed - the button does nothing",
    goal: "Press Buy",
  }));
  const content = contentOf({ ...FAILED, output: "Gave up." }, [...ok(3), ...LOOP, {}]);
  const { text } = runForAi(content, findSuspects(content, NOW));

  it("leads from the prompt to where it went wrong", () => {
    expect(text).toContain("- Status: Failed");
    expect(text).toContain("## Prompt\n\n```text\nBuy milk\n```");
    expect(text).toContain("## Where to look first (guesses, not findings)\n\n- Step 4: ");
    expect(text).toContain("## Output\n\n```text\nGave up.\n```");
    expect(text).toContain("#4 [failed] shop.example: Press Buy");
    expect(text).toContain("## Step 4, which failed");
    expect(text).toContain("how it went: Failed - the button does nothing");
  });

  it("leaves out of many steps those in the middle, and says how many", () => {
    const long = contentOf(FAILED, ok(1000));
    const { text: short } = runForAi(long, findSuspects(long, NOW));
    expect(short).toMatch(/## What was tried \(8\d\d of 1000 steps left out\)/);
    expect(short).toContain("#1 ");
    expect(short.length).toBeLessThanOrEqual(24_000);
  });

  it("tells a step with what came before it, and what came of it", () => {
    const about = stepForAi(content, 5, findSuspects(content, NOW)).text;
    expect(about).toContain("# Step 5 of a run");
    expect(about).toContain("#3 ");
    expect(about).toContain('action: click_element {"index":7}');
    expect(about).not.toContain("## Output");
  });

  it("has no cost, model or prompt where nobody tells them", () => {
    const shared = testContent({ task: { prompt: "", cost: null, model: null } });
    expect(runForAi(shared, []).text).not.toMatch(/Cost|Model|Prompt/);
  });
});
