import fc from "fast-check";
import { expect, it } from "vitest";
import { nextOrder, orderByNeed, type Needing } from "./board-order";

const early = "2026-03-01T12:00:00.000Z";
const late = "2026-03-01T13:00:00.000Z";
const task = (id: string, severity?: "now" | "soon" | "look", since: string | null = null) => ({
  id,
  need: severity === undefined ? null : { severity, since },
});

it("puts first what needs somebody most, then what has waited longest, then what was added first", () => {
  const tasks: Needing[] = [
    task("well"),
    task("look", "look", early),
    task("soon", "soon", early),
    task("now, who knows since when", "now"),
    task("now, late", "now", late),
    task("well, too"),
    task("now, early", "now", early),
  ];
  expect(orderByNeed(tasks)).toEqual([
    "now, early",
    "now, late",
    "now, who knows since when",
    "soon",
    "look",
    "well",
    "well, too",
  ]);
});

const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));

it("moves no tile while somebody is about to press one, whatever comes and goes", () => {
  fc.assert(
    fc.property(ids, ids, (shown, wanted) => {
      const held = nextOrder(shown, wanted, true);
      expect([...held].sort()).toEqual([...wanted].sort());
      const stayed = shown.filter((id) => wanted.includes(id));
      expect(held.slice(0, stayed.length)).toEqual(stayed);
      expect(nextOrder(shown, wanted, false)).toEqual(wanted);
    }),
  );
});

it("is the same list where nothing moves, so that nothing is drawn anew", () => {
  const shown = ["a", "b"];
  expect([nextOrder(shown, ["a", "b"], false), nextOrder(shown, ["b", "a"], true)]).toEqual([
    shown,
    shown,
  ]);
  expect(nextOrder(shown, ["b", "a"], true)).toBe(shown);
});
