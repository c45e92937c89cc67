import { describe, expect, it } from "vitest";
import { parseAction } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import { sampleStep } from "@/test/factories/snapshot";
import { changeWords } from "./change-words";
import type { ScreenChange } from "./screen-change";
import { stepChanges } from "./step-changes";

const CLICK = '{"click_element_by_index":{"index":3}}';
const INPUT = '{"input_text":{"index":3,"text":"boots"}}';
const WAIT = '{"wait":{"seconds":3}}';
const READ = '{"extract_content":{"goal":"prices"}}';
const GO = '{"go_to_url":{"url":"https://a.example/"}}';

const same: ScreenChange = { share: 0, boxes: [], isTelling: true };
const other: ScreenChange = { share: 0.2, boxes: [], isTelling: true };

const pictured = (number: number, does: readonly string[] = [], fields: Partial<Step> = {}): Step =>
  sampleStep(number, {
    hasScreenshot: true,
    screenshotKey: `key-${String(number)}`,
    actions: does.map(parseAction),
    ...fields,
  });

/** The effect of step 1 by what it does, what step 2 does, and the changes from 1 to 2 and from 2 to 3. */
function effect(
  first: readonly string[],
  second: readonly string[],
  seen: readonly (ScreenChange | null)[],
  fields: Partial<Step> = {},
) {
  const steps = [pictured(1, first), pictured(2, second, fields), pictured(3)];
  const changes = stepChanges(steps, false, ({ step }) => seen[step.number - 1] ?? null);
  return changes.find(({ step }) => step === 1)?.effect ?? "not compared";
}

describe("the screen did not change", () => {
  it.each([
    ["a dead click that is tried again", [CLICK], [CLICK], [same, same], "none"],
    ["a dead click, then one elsewhere that works", [CLICK], [INPUT], [same, other], "none"],
    ["a click that had time enough", [CLICK, WAIT], [READ], [same, other], "none"],
    ["inputs that did not arrive", [INPUT, INPUT], [GO], [same, other], "none"],
    ["a click that worked", [CLICK], [CLICK], [other, same], "some"],
    [
      "a clock that ticks beside a dead click",
      [CLICK],
      [CLICK],
      [{ ...same, share: 0.0001 }, same],
      "some",
    ],
    ["a click whose page comes while the agent waits", [CLICK], [WAIT], [same, other], "unknown"],
    ["a click whose page comes while the agent reads", [CLICK], [READ], [same, other], "unknown"],
    ["a click before the last picture", [CLICK], [READ], [same], "unknown"],
    ["a wait", [WAIT], [CLICK], [same, same], "unknown"],
    ["a reading", [READ], [CLICK], [same, same], "unknown"],
    [
      "a scroll at the end of a page",
      ['{"scroll_down":{"amount":640}}'],
      [READ],
      [same, same],
      "unknown",
    ],
    [
      "a key that shows nothing",
      ['{"send_keys":{"keys":"Tab"}}'],
      [CLICK],
      [same, same],
      "unknown",
    ],
    ["an upload", ['{"upload_file":{"index":1}}'], [CLICK], [same, same], "unknown"],
    ["a menu that is opened and closed", [CLICK, CLICK], [CLICK], [same, same], "unknown"],
    ["a click and the way back", [CLICK, '{"go_back":{}}'], [CLICK], [same, same], "unknown"],
    [
      "a click that opened another tab",
      [CLICK],
      ['{"switch_tab":{"page_id":1}}'],
      [same, other],
      "unknown",
    ],
    ["what nobody could read", ["click(3)"], [CLICK], [same, same], "unknown"],
    ["a click before what nobody could read", [CLICK], ["wait(3)"], [same, other], "unknown"],
    [
      "pictures too large to tell",
      [CLICK],
      [CLICK],
      [{ ...same, isTelling: false }, same],
      "unknown",
    ],
    ["pictures of two sizes", [CLICK], [CLICK], [null, same], "not compared"],
  ] as const)("%s", (_, first, second, seen, said) => {
    expect(effect(first, second, seen)).toBe(said);
  });

  it("is not said where the address changed", () => {
    expect(effect([CLICK], [CLICK], [same, same], { url: "https://a.example/2" })).toBe("none");
    const steps = [
      pictured(1, [CLICK], { url: "https://a.example/1" }),
      pictured(2, [CLICK], { url: "https://a.example/2" }),
      pictured(3),
    ];
    expect(stepChanges(steps, false, () => same)[0]?.effect).toBe("unknown");
  });

  it("is said of no step of a run of v4, whose pictures are of any moment", () => {
    const steps = [pictured(1), pictured(2, [CLICK]), pictured(3, [CLICK])];
    const changes = stepChanges(steps, true, () => same);
    expect(
      changes.map(({ step, before, after, effect: said }) => [step, before, after, said]),
    ).toEqual([
      [2, 1, 2, "unknown"],
      [3, 2, 3, "unknown"],
    ]);
  });
});

it("compares nothing over a gap, without a picture, or with the same picture again", () => {
  const steps = [
    pictured(1, [CLICK]),
    pictured(2, [CLICK], { screenshotKey: "key-1" }),
    pictured(3, [CLICK], { hasScreenshot: false, screenshotKey: null }),
    pictured(4, [CLICK]),
    pictured(6, [CLICK]),
    pictured(7),
  ];
  expect(stepChanges(steps, false, () => other).map(({ step }) => step)).toEqual([6]);
});

it.each([
  ["none", 0, "The screen did not change"],
  ["unknown", 0, null],
  ["some", 0.0001, "Less than 1 % of the screen changed"],
  ["some", 0.123, "About 12 % of the screen changed"],
  ["some", 1, "Nearly all of the screen changed"],
] as const)("says of %s, %f: %j", (said, share, words) => {
  expect(changeWords({ effect: said, share })).toBe(words);
});

it.each([
  ["that it succeeded", "success", {}, true],
  ["that it failed", "failure", {}, false],
  ["nothing", "unknown", {}, false],
  ["that a download succeeded", "success", { nextGoal: "Download the invoice" }, false],
] as const)(
  "a click without an effect of which the agent says %s: an empty claim %j",
  (_, outcome, fields, isOne) => {
    const steps = [pictured(1, [CLICK], { outcome, ...fields }), pictured(2, [CLICK]), pictured(3)];
    expect(stepChanges(steps, false, () => same)[0]?.isEmptyClaim).toBe(isOne);
  },
);
