import fc from "fast-check";
import { expect, it } from "vitest";
import type { Severity } from "@/lib/domain/needs/need";
import { nextOrder, orderByNeed, type Needing } from "./board-order";

const task = (id: string, severity: Severity | null, isSeen = false): Needing => ({
  id,
  need:
    severity === null
      ? null
      : { reason: "failed", severity, since: null, step: null, isGuess: false, key: "end" },
  isSeen,
});

it("puts first what needs somebody most, what is seen behind it, and moves nothing else", () => {
  const tasks = [
    task("b, well", null),
    task("look", "look"),
    task("now, seen", "now", true),
    task("b, now", "now"),
    task("a, well", null),
    task("soon", "soon"),
    task("a, now", "now"),
  ];
  expect(orderByNeed(tasks)).toEqual([
    "b, now",
    "a, now",
    "soon",
    "look",
    "now, seen",
    "b, well",
    "a, well",
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
