// @ts-check
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectionsToEnd } from "./judge-connections.mjs";

const LIMITS = { requestMs: 100, stalledMs: 300, crowdedMs: 50, unsentBytes: 1000 };
const NOW = 10_000;

/** @param {{ id: string, late?: number, unsent?: number, still?: number }} given */
const connection = ({ id, late, unsent = 0, still = 0 }) => ({
  id,
  requestSince: late === undefined ? null : NOW - late,
  unsentBytes: unsent,
  progressAt: NOW - still,
});

/** @param {Parameters<typeof connection>[0][]} given */
const ended = (given) =>
  connectionsToEnd(given.map(connection), NOW, LIMITS).map(
    (end) => `${end.connection.id} ${end.reason}`,
  );

describe("which connections end", () => {
  it("a request may take its time, and no longer", () => {
    expect(
      ended([
        { id: "in time", late: 100 },
        { id: "late", late: 101 },
      ]),
    ).toEqual(["late late-request"]);
  });

  it("a reader who takes nothing goes, one who waits for the server stays", () => {
    expect(
      ended([
        { id: "reading", unsent: 10, still: 300 },
        { id: "not reading", unsent: 10, still: 301 },
        { id: "held", still: 99_999 },
      ]),
    ).toEqual(["not reading stalled"]);
  });

  it("while too much is unsent, those go first who took nothing for the longest time", () => {
    const crowd = [
      { id: "a", unsent: 500, still: 60 },
      { id: "b", unsent: 500, still: 90 },
      { id: "c", unsent: 500, still: 70 },
      { id: "reads", unsent: 500, still: 0 },
    ];
    expect(ended(crowd)).toEqual(["b crowded", "c crowded"]);
    expect(ended(crowd.slice(2))).toEqual([]);
  });

  it("whatever comes, readers who go on reading stay, and the others keep little enough", () => {
    const any = fc.array(
      fc.record({ unsent: fc.nat(2000), still: fc.nat(400), id: fc.constant("x") }),
    );
    fc.assert(
      fc.property(any, (given) => {
        const all = given.map(connection);
        const gone = new Set(connectionsToEnd(all, NOW, LIMITS).map((end) => end.connection));
        const left = all.filter((each) => !gone.has(each));
        const stillness = (/** @type {{ progressAt: number }} */ each) => NOW - each.progressAt;
        for (const each of gone) expect(stillness(each)).toBeGreaterThan(LIMITS.crowdedMs);
        const still = left.filter((each) => stillness(each) > LIMITS.crowdedMs);
        const unsent = left.reduce((sum, each) => sum + each.unsentBytes, 0);
        if (still.some((each) => each.unsentBytes > 0)) {
          expect(unsent).toBeLessThanOrEqual(LIMITS.unsentBytes);
        }
      }),
    );
  });
});
