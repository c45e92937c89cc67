import fc from "fast-check";
import { expect, it } from "vitest";
import { maskPieces } from "./mask-pieces";
import { maskText } from "./mask-text";

const SECRET = "q7Zt4Lx9Bv2Rk8Wd3Mp6";
const parts = fc.constantFrom(
  "Some words of no weight. ",
  `password: ${SECRET}, `,
  `https://ann:${SECRET}@shop.example/?token=${SECRET}&x=1 `,
  `-----BEGIN PRIVATE KEY-----\n${`${SECRET}${SECRET}\n`.repeat(12)}-----END PRIVATE KEY-----\n`,
  `{"api_key":"${SECRET}"}`,
  "👩\u200d👩 é 한국어 ",
);

it("makes of a text what masking it in one go makes, wherever pieces end", () => {
  fc.assert(
    fc.property(
      fc.array(parts, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 2000, max: 9000 }),
      (texts, piece) => {
        const text = texts.join("").repeat(4);
        const masked = [...maskPieces(text, piece)].join("");
        expect(masked).not.toContain(SECRET);
        expect(masked).toBe(maskText(text));
      },
    ),
    { numRuns: 40 },
  );
});

it("goes on through a key file that is longer than any piece", () => {
  const body = `${SECRET}${SECRET}\n`.repeat(3000);
  const text = `a -----BEGIN PRIVATE KEY-----\n${body}-----END PRIVATE KEY----- b`;
  expect([...maskPieces(text, 1000)].join("")).toBe(maskText(text));
});
