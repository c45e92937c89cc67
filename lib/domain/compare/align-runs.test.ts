import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { parseAction } from "@/lib/domain/task/action";
import { alignRuns, firstDivergence, type AlignedStep } from "./align-runs";
import type { Step } from "@/lib/domain/task/step";

function makeStep(number: number, url: string, text = ""): Step {
  const actions = text === "" ? [] : [{ name: "input_text", params: { text } }];
  return sampleStep(number, { url, actions });
}

/** Each letter is a page, each digit after it a text that was typed there. */
const run = (words: string): Step[] =>
  words
    .split(" ")
    .filter((word) => word !== "")
    .map((word, at) => makeStep(at + 1, `https://shop.example/${word.charAt(0)}`, word.slice(1)));

const show = (rows: readonly AlignedStep[]) =>
  rows
    .map(({ kind, a, b }) =>
      kind === "same"
        ? `${String(a.number)}=${String(b.number)}`
        : `${String(a?.number ?? "-")}|${String(b?.number ?? "-")}`,
    )
    .join(" ");

const steps = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("", "1", "2")), {
    maxLength: 30,
  })
  .map((words) => run(words.map((word) => word.join("")).join(" ")));

const mirror = (rows: readonly AlignedStep[]) =>
  rows.map((row) => {
    const kinds = { same: "same", changed: "changed", "only-a": "only-b", "only-b": "only-a" };
    return { kind: kinds[row.kind], a: row.b, b: row.a };
  });

const OVER = { a: true, b: true };

describe("alignRuns", () => {
  it("shows every step of both runs exactly once and in order", () => {
    fc.assert(
      fc.property(steps, steps, (a, b) => {
        const rows = alignRuns(a, b);
        expect(rows.flatMap((row) => row.a ?? [])).toEqual(a);
        expect(rows.flatMap((row) => row.b ?? [])).toEqual(b);
      }),
    );
  });

  it("finds no difference between a run and itself", () => {
    fc.assert(
      fc.property(steps, (a) => {
        const rows = alignRuns(a, a);
        expect(rows.every(({ kind }) => kind === "same")).toBe(true);
        expect(firstDivergence(rows, OVER)).toEqual({ at: null, reason: "never" });
      }),
    );
  });

  it("says the same of two runs whichever comes first", () => {
    fc.assert(
      fc.property(steps, steps, (a, b) => {
        expect(mirror(alignRuns(b, a))).toEqual(alignRuns(a, b));
      }),
    );
  });

  it.each([
    ["a b c", "a b c", "1=1 2=2 3=3"],
    ["a b d", "a b c d", "1=1 2=2 -|3 3=4"],
    ["a b c d", "a d", "1=1 2|- 3|- 4=2"],
    ["a b1 c", "a b2 c", "1=1 2|2 3=3"],
    ["a b1 c", "a d1 c", "1=1 2|2 3=3"],
    ["a x c", "a y c", "1=1 2|2 3=3"],
    ["a x y z1 c", "a z2 c", "1=1 2|- 3|- 4|2 5=3"],
    ["", "a b", "-|1 -|2"],
    ["", "", ""],
  ])("aligns %j and %j as %j", (a, b, rows) => {
    expect(show(alignRuns(run(a), run(b)))).toBe(rows);
  });

  it("takes addresses for one that differ in the order of the query, in www or in the fragment", () => {
    const a = [makeStep(1, "https://www.shop.example/list/?q=boots&sort=price#top")];
    const b = [makeStep(1, "https://shop.example/list?sort=price&q=boots")];
    expect(show(alignRuns(a, b))).toBe("1=1");
    expect(show(alignRuns(a, [makeStep(1, "https://shop.example/list?q=socks")]))).toBe("1|1");
  });

  it("takes actions for one that go by another name or hit another index, not another text", () => {
    const withAction = (name: string, params: Record<string, string | number>): Step[] => [
      { ...makeStep(1, "https://shop.example/"), actions: [{ name, params }] },
    ];
    const rows = (a: Step[], b: Step[]) => show(alignRuns(a, b));
    const click = withAction("click_element_by_index", { index: 12 });
    expect(rows(click, withAction("click", { index: 31 }))).toBe("1=1");
    const typed = withAction("input_text", { index: 4, text: "walking boots" });
    expect(rows(typed, withAction("fill", { text: "walking boots" }))).toBe("1=1");
    expect(rows(typed, withAction("input_text", { index: 4, text: "socks" }))).toBe("1|1");
    const done = withAction("done", { text: "Order 1" });
    // The model words its report anew in every run: the steps stand side by side, and differ.
    expect(rows(done, withAction("done", { text: "Ordered, number 1" }))).toBe("1|1");
  });

  it("copes with addresses and actions that cannot be read", () => {
    const odd = ["", "data:,", "about:blank", "http://", "chrome-error://x/", "x".repeat(5000)];
    const a = odd.map((url, at): Step => ({
      ...makeStep(at + 1, url),
      actions: [{ raw: "{broken" }],
    }));
    expect(alignRuns(a, a).every(({ kind }) => kind === "same")).toBe(true);
  });

  it("aligns ten thousand steps with ten thousand others, with and without anything unique", () => {
    const numbered = Array.from({ length: 10_000 }, (_, at) => `p${String(at)}`);
    const make = (words: string[]) =>
      words.map((word, at) => makeStep(at + 1, `https://shop.example/${word}`));
    const shifted = ["x0", "x1", "x2", ...numbered.filter((_, at) => at % 1000 !== 7), "x3"];
    const rows = alignRuns(make(numbered), make(shifted));
    expect(rows.filter(({ kind }) => kind === "same")).toHaveLength(9990);
    const loop = (period: number) =>
      Array.from({ length: 10_000 }, (_, at) => `p${String(at % period)}`);
    const looped = alignRuns(make(["y", ...loop(3), "z"]), make(["z", ...loop(4), "y"]));
    expect(looped.flatMap((row) => row.a ?? [])).toHaveLength(10_002);
    expect(looped.flatMap((row) => row.b ?? [])).toHaveLength(10_002);
  }, 30_000);
});

describe("firstDivergence", () => {
  it("points at the first row that differs", () => {
    expect(firstDivergence(alignRuns(run("a b c"), run("a d c")), OVER)).toEqual({ at: 1 });
    expect(firstDivergence(alignRuns(run("a b"), run("a b c")), OVER)).toEqual({ at: 2 });
  });

  it("waits for a run that is behind, as long as it goes on", () => {
    const rows = alignRuns(run("a b c"), run("a b"));
    expect(firstDivergence(rows, { a: true, b: false })).toEqual({ at: null, reason: "not-yet" });
    expect(firstDivergence(rows, { a: false, b: true })).toEqual({ at: 2 });
    const equal = alignRuns(run("a"), run("a"));
    expect(firstDivergence(equal, { a: false, b: true })).toEqual({ at: null, reason: "not-yet" });
  });
});

describe("two runs of the field that differ in every step but the first", () => {
  type Run = { steps: { number: number; url: string; actions: string[] }[] };
  const runOf = (name: string): Step[] => {
    const file = readFileSync(new URL(`../../../test/field/${name}`, import.meta.url), "utf8");
    // The files are the project's own.
    return (JSON.parse(file) as Run).steps.map(({ number, url, actions }) => ({
      ...makeStep(number, url),
      actions: actions.map(parseAction),
    }));
  };

  it("are never the same where a parameter differs that is no element's number", () => {
    const [a, b] = [runOf("13a-compare-identical-A.json"), runOf("13b-compare-identical-B.json")];
    const kinds = alignRuns(a, b).map(({ kind }) => kind);
    expect(kinds).toEqual(["same", ...Array<string>(6).fill("changed")]);
    expect(alignRuns(a, a).every(({ kind }) => kind === "same")).toBe(true);
  });

  it("tells ids apart that differ in their last digit", () => {
    const post = (id: string): Step[] => [
      {
        ...makeStep(1, "https://social.example/"),
        actions: [parseAction(`{"open":{"id":${id}}}`)],
      },
    ];
    const rows = alignRuns(post("1743016360123456789"), post("1743016360123456788"));
    expect(rows[0]?.kind).toBe("changed");
  });
});

it("any change of a parameter but an element's number is a difference", () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()));
  const key = fc.string({ minLength: 1 }).filter((name) => !/index|id|path|hash/.test(name));
  const params = fc.dictionary(key, value, { minKeys: 1 });
  fc.assert(
    fc.property(params, value, (given, other) => {
      const [first = ""] = Object.keys(given);
      const step = (all: typeof given): Step[] => [
        { ...makeStep(1, "https://a.example/"), actions: [{ name: "act", params: all }] },
      ];
      const isSame = JSON.stringify(given[first]) === JSON.stringify(other);
      fc.pre(isSame || typeof other !== "string" || first !== "url");
      const trimmed = [given[first], other].map((one) =>
        JSON.stringify(one).replace(/\s|\\./g, ""),
      );
      fc.pre(isSame || trimmed[0] !== trimmed[1]);
      const [row] = alignRuns(step(given), step({ ...given, [first]: other }));
      expect(row?.kind).toBe(isSame ? "same" : "changed");
    }),
  );
});
