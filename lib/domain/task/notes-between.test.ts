import fc from "fast-check";
import { expect, it } from "vitest";
import { notesBetween } from "./notes-between";

it("puts every note into one place of a timeline, whatever steps it has", () => {
  const steps = fc
    .uniqueArray(fc.nat(20), { minLength: 1 })
    .map((all) => all.sort((a, b) => a - b));
  const notes = fc.array(fc.record({ afterStep: fc.option(fc.nat(22)) }));
  fc.assert(
    fc.property(steps, notes, (numbers, given) => {
      const places = [null, ...numbers].map((previous, index) => {
        // The rows before the first and after the last have no step on one side.
        const next = numbers[index] ?? null;
        return notesBetween(given, previous, next);
      });
      expect(places.flat()).toHaveLength(given.length);
      for (const { afterStep } of places[0] ?? []) {
        expect(afterStep ?? -1).toBeLessThan(numbers[0] ?? 0);
      }
      const last = numbers.at(-1) ?? 0;
      expect(places.at(-1)?.every(({ afterStep }) => (afterStep ?? -1) >= last)).toBe(true);
    }),
  );
});
