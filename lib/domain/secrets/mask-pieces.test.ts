import fc from "fast-check";
import { expect, it } from "vitest";
import { maskPieces } from "./mask-pieces";
import { maskText } from "./mask-text";

const SECRET = "q7Zt4Lx9Bv2Rk8Wd3Mp6";
const keyFile = (lines: number) =>
  `-----BEGIN ${["PRIVATE", "KEY"].join(" ")}-----\n${`${SECRET}${SECRET}\n`.repeat(lines)}-----END ${["PRIVATE", "KEY"].join(" ")}-----\n`;
/** Secrets of any length, each with what makes it one. */
const secret = fc
  .integer({ min: 1, max: 700 })
  .chain((times) =>
    fc.constantFrom(
      `password: ${SECRET.repeat(times)}, `,
      `{"password": "${`${SECRET} and `.repeat(times)}"} `,
      `token=${`ab+/${SECRET}/`.repeat(times)} `,
      `https://ann:${SECRET}@shop.example/?token=${SECRET.repeat(times)}&x=1 `,
      `pass\u200bword=${SECRET.repeat(times)} `,
      keyFile(times),
    ),
  );
const words = fc.constantFrom(
  "Some words of no weight. ",
  "👩\u200d👩 é 한국어 ",
  "\n\n",
  "a/b+c=d ",
);
const text = fc
  .array(fc.oneof(words, words, secret), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.join(""));

it("makes of a text what masking it in one go makes, wherever pieces end", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 500, max: 9000 }), (whole, piece) => {
      const masked = [...maskPieces(whole, piece)].join("");
      expect(masked).toBe(maskText(whole));
      expect(masked).not.toContain(SECRET);
    }),
    { numRuns: 60 },
  );
});

it("shows nothing of a secret that is longer than what it searches", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 500, max: 2000 }), (whole, piece) => {
      expect([...maskPieces(whole, piece, piece)].join("")).not.toContain(SECRET);
    }),
    { numRuns: 60 },
  );
});
