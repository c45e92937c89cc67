import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideNotice, NOTHING_TOLD, type Standing, type Told } from "./notice-policy";

const WINDOW = 300_000;
const standing = (kind: string, occasion = ""): Standing => ({
  event: kind.startsWith("ended") ? "ended" : kind === "paused" ? "paused" : "back-to-normal",
  kind,
  occasion,
  isFinal: kind.startsWith("ended"),
  need: "",
});
const GOES_ON = standing("back-to-normal");
const PAUSED = standing("paused");
const ENDED = standing("ended/finished");

/** What is told of a task that was seen so at these seconds: `second kind ×changes`. */
function toldOf(seen: readonly (readonly [second: number, Standing])[]): string[] {
  let told: Told = NOTHING_TOLD;
  return seen.flatMap(([second, how]) => {
    const decision = decideNotice(told, how, second * 1000, WINDOW);
    told = decision.next;
    return decision.tell ? [`${String(second)} ${how.kind} ×${String(decision.changes)}`] : [];
  });
}

describe("what is told of a task", () => {
  it.each<[string, [number, Standing][], string[]]>([
    [
      "that goes on: nothing",
      [
        [0, GOES_ON],
        [9, GOES_ON],
      ],
      [],
    ],
    [
      "that ends: once",
      [
        [0, GOES_ON],
        [5, ENDED],
        [6, ENDED],
        [999, ENDED],
      ],
      ["5 ended/finished ×1"],
    ],
    [
      "that has a pause",
      [
        [0, PAUSED],
        [1, PAUSED],
        [9, GOES_ON],
      ],
      ["0 paused ×1", "9 back-to-normal ×1"],
    ],
    [
      "that flaps: once each, then a sum",
      [
        [0, PAUSED],
        [10, GOES_ON],
        [20, PAUSED],
        [30, GOES_ON],
        [40, PAUSED],
        [50, PAUSED],
        [300, PAUSED],
      ],
      ["0 paused ×1", "10 back-to-normal ×1", "300 paused ×3"],
    ],
    [
      "that flaps and goes on: the sum says so",
      [
        [0, PAUSED],
        [10, GOES_ON],
        [20, PAUSED],
        [30, GOES_ON],
        [309, GOES_ON],
        [310, GOES_ON],
      ],
      ["0 paused ×1", "10 back-to-normal ×1", "310 back-to-normal ×2"],
    ],
    [
      "that ends while repeats are held back: at once, with all of them",
      [
        [0, PAUSED],
        [10, GOES_ON],
        [20, PAUSED],
        [30, ENDED],
      ],
      ["0 paused ×1", "10 back-to-normal ×1", "30 ended/finished ×2"],
    ],
    [
      "that needs somebody for one reason after the other: each at once",
      [
        [0, standing("needs-person/login", "a")],
        [1, standing("needs-person/code", "b")],
      ],
      ["0 needs-person/login ×1", "1 needs-person/code ×1"],
    ],
    [
      "that needs somebody for the same reason anew: merged",
      [
        [0, standing("needs-person/login", "a")],
        [1, standing("needs-person/login", "b")],
        [301, standing("needs-person/login", "b")],
      ],
      ["0 needs-person/login ×1", "301 needs-person/login ×1"],
    ],
  ])("%s", (_, seen, told) => {
    expect(toldOf(seen)).toEqual(told);
  });

  const anyStanding = fc.constantFrom(
    GOES_ON,
    PAUSED,
    ENDED,
    standing("ended/failed"),
    standing("needs-person/login", "a"),
    standing("needs-person/login", "b"),
  );
  const anyRun = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), anyStanding), {
    maxLength: 40,
  });

  it("is never the same kind twice within a window, and in the end how the task stands", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        let told: Told = NOTHING_TOLD;
        let now = 0;
        let changes = 0;
        const at = new Map<string, number>();
        const look = (how: Standing) => {
          const decision = decideNotice(told, how, now, WINDOW);
          told = decision.next;
          if (!decision.tell) return;
          changes += decision.changes;
          expect(now - (at.get(how.kind) ?? -Infinity)).toBeGreaterThanOrEqual(WINDOW);
          at.set(how.kind, now);
        };
        let before = GOES_ON;
        let seenChanges = 0;
        for (const [seconds, how] of run) {
          now += seconds * 1000;
          if (how.kind !== before.kind || how.occasion !== before.occasion) seenChanges += 1;
          before = how;
          look(how);
        }
        now += WINDOW;
        look(before);
        expect(told.last).toEqual(before);
        expect([told.changes, changes]).toEqual([0, seenChanges]);
      }),
    );
  });

  it("is remembered without growing", () => {
    const told = Array.from({ length: 100 }, (_, at) => standing(`needs-person/${String(at)}`));
    const last = told.reduce(
      (before, how, at) => decideNotice(before, how, at * 60_000, WINDOW).next,
      NOTHING_TOLD,
    );
    expect(Object.keys(last.toldAt)).toHaveLength(5);
  });
});
