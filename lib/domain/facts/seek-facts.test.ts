import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAction } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import { testContent } from "@/test/factories/content";
import { shopRun } from "@/test/factories/shop-run";
import type { Fact } from "./fact";
import { factsOf } from "./read-facts";
import { seekFacts, type SeekResult } from "./seek-facts";

function seek(facts: readonly Fact[], steps: readonly Step[]): SeekResult {
  const work = seekFacts(facts, steps);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
/** Where each fact of an answer is seen in steps that remember these texts. */
const seen = (answer: string, ...memories: string[]) =>
  seek(
    factsOf(answer),
    testContent({ steps: memories.map((memory) => ({ memory })) }).steps,
  ).places.map(({ fact, steps }) => `${fact.text}: ${steps.join(" ")}`);

describe("where a fact is seen", () => {
  it.each([
    ["$1,299.00", "the price is 1.299,00 €"],
    ["1299 €", "EUR 1,299"],
    ["118.00 euros", "costs 118 euros"],
    ["November 28, 2026", "am 28.11.2026"],
    ["28 Nov 2026", "due 2026-11-28T10:00:00Z"],
    ["28 November", "on 11/28/2026"],
    ["2:30 pm", "at 14:30"],
    ["https://www.shop.example/boots/", "opened http://shop.example/boots?ref=1"],
    ["Café Noir", "at the cafe  noir, closed"],
    ["「長靴」", "東京長靴店"],
    ["١٢٩٩", "1299"],
  ])("%j in %j", (answer, memory) => {
    expect(seen(answer, "nothing of it", memory).map((line) => line.split(": ")[1])).toEqual(["2"]);
  });

  it.each([
    ["129 €", "costs 1290, or 129.50"],
    ["42", "step 142 of 420"],
    ["Fell Low", "Fell Lowland"],
    ["28 November 2026", "28 November 2025"],
    [
      "https://shop.example/boots",
      "https://shop.example/boots-and-more https://shop.example/boots/42",
    ],
  ])("%j not in %j", (answer, memory) => {
    expect(seen(answer, memory).map((line) => line.split(": ")[1])).toEqual([""]);
  });

  it("is told apart from where it was said", () => {
    const { steps } = shopRun();
    expect(seek(factsOf("Fell Low, size 42, 118.00 euros, 77 pairs"), steps).places).toMatchObject([
      { fact: { text: "Fell Low" }, steps: [5], said: [6] },
      { fact: { text: "42" }, steps: [3, 4, 5], said: [6] },
      { fact: { text: "118.00 euros" }, steps: [5], said: [6] },
      { fact: { text: "77" }, steps: [], said: [] },
    ]);
  });

  it("is any text of a step, one by one: nothing is found across two of them", () => {
    const place = fc.constantFrom("memory", "goal", "url", "param", "result", "raw");
    const stepWith = (where: string, text: string): Partial<Step> => ({
      memory: where === "memory" ? text : "",
      nextGoal: where === "goal" ? text : "",
      url: where === "url" ? text : "",
      actions:
        where === "raw"
          ? [{ raw: text }]
          : [
              {
                ...parseAction(
                  JSON.stringify({ input: where === "param" ? { a: [{ b: text }] } : {} }),
                ),
                ...(where === "result" ? { result: text } : {}),
              },
            ],
    });
    fc.assert(
      fc.property(
        place,
        fc.constantFrom(
          "Fell Low",
          "$1,299.00",
          "28 November 2026",
          "“best boots”",
          "ann@mail.example",
          "https://a.example/b",
          "XR-200",
          "1 299,00",
        ),
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary" }),
        (where, answer, before, after) => {
          const [fact] = factsOf(answer);
          if (fact === undefined) throw new Error("There is a fact");
          const { steps } = testContent({
            steps: [{}, stepWith(where, `${before} ; ${fact.text} ; ${after}`)],
          });
          expect(seek([fact], steps).places[0]?.steps).toEqual([2]);
          const half = Math.ceil(fact.text.length / 2);
          const parted = testContent({
            steps: [
              { nextGoal: fact.text.slice(0, half), evaluation: fact.text.slice(half), memory: "" },
            ],
          });
          expect(seek([fact], parted.steps).places[0]?.steps).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("lists few of many steps, and yields before anybody waits, in a run of 10,000", () => {
    const memory = "Looked at boots of size 42 for 118 euros, item 4711 on page 12. ".repeat(6);
    const { steps } = testContent({ steps: Array.from({ length: 10_000 }, () => ({ memory })) });
    const facts = factsOf(Array.from({ length: 60 }, (_, n) => String(5000 + n)).join(", "));
    const work = seekFacts([...facts.slice(1), ...factsOf("42")], steps);
    let longest = 0;
    for (;;) {
      const start = process.cpuUsage();
      const { done, value } = work.next();
      const { user, system } = process.cpuUsage(start);
      longest = Math.max(longest, (user + system) / 1000);
      if (done !== true) continue;
      expect(value.readSteps).toBe(10_000);
      expect(value.places.at(-1)).toMatchObject({ count: 10_000, steps: [1, 2, 3, 4, 5, 6, 7, 8] });
      break;
    }
    expect(longest).toBeLessThan(200);
  });
});
