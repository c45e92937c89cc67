import { describe, expect, it } from "vitest";
import { demandsOf, factsOf } from "./read-facts";
import { numberKeys } from "./read-numbers";

const inShort = (text: string) => factsOf(text).map(({ kind, text: words }) => `${kind} ${words}`);

describe("the facts of an answer", () => {
  it.each([
    ["It costs $1,299.00 today.", ["price $1,299.00"]],
    ["Es kostet 1.299,00 € statt 1.499 EUR.", ["price 1.299,00 €", "price 1.499 EUR"]],
    ["Il coûte 1 299,00 €.", ["price 1 299,00 €"]],
    [
      "118.00 euros, 4.6 of 5 stars, 82 reviews, 15 % off",
      ["price 118.00 euros", "number 4.6", "number 82", "number 15 %"],
    ],
    ["价格：1299元，共 82 件", ["price 1299元", "number 82"]],
    ["السعر ١٢٩٩ ريال", ["number ١٢٩٩"]],
    ["On 2026-11-28 at 14:30.", ["date 2026-11-28", "date 14:30"]],
    ["am 28. November 2026 um 9:05", ["date 28. November 2026", "date 9:05"]],
    ["le 3 août 2026, el 4 de mayo de 2026", ["date 3 août 2026", "date 4 de mayo de 2026"]],
    ["November 28, 2026 or 11/29/2026", ["date November 28, 2026", "date 11/29/2026"]],
    ["2026年11月28日に届く", ["date 2026年11月28日"]],
    [
      "See https://shop.example/a?b=1, (https://x.example/y).",
      ["link https://shop.example/a?b=1", "link https://x.example/y"],
    ],
    ["[boots](https://shop.example/a_(b))", ["link https://shop.example/a_(b)"]],
    ["Write to ann@mail.example.", ["mail ann@mail.example"]],
    [
      "The “best boots” and „die besten“ and 「長靴」",
      ["quote best boots", "quote die besten", "quote 長靴"],
    ],
    ["The Fell Low by Fernweg is the XR-200 of boots.", ["name Fell Low", "name XR-200"]],
    ["Анна Петрова заказала", ["name Анна Петрова"]],
    ["1. First\n2. Second\n3) Third", []],
    ["It is done. I found 3 of them, in May.", []],
    ["Order XR-4711 on 3 December.", ["name XR-4711", "date 3 December"]],
    ["Sept. 3, 3. Sept. 2026", ["date Sept. 3", "date 3. Sept. 2026"]],
    ["Version 1.2.3", ["number 1.2.3"]],
    ["5 market stalls", []],
    ["", []],
  ])("of %j", (text, facts) => {
    expect(inShort(text)).toEqual(facts);
  });

  it("of JSON are its values, not its names", () => {
    expect(inShort('{"pair":"fell low","size":42,"price":"118.00 €","sold":null}')).toEqual([
      "quote fell low",
      "number 42",
      "price 118.00 €",
    ]);
  });

  it("are each told once, and never more than forty", () => {
    expect(inShort("129 and 129.00 and $129")).toEqual(["number 129"]);
    expect(factsOf(Array.from({ length: 99 }, (_, n) => String(1000 + n)).join(", "))).toHaveLength(
      40,
    );
  });

  it("of a prompt are what it asks for", () => {
    const kinds = demandsOf(
      "Put boots of size 42 for at most 150 euros into the cart of “Fernweg”.",
    );
    expect(kinds.map(({ text }) => text)).toEqual(["42", "150 euros", "Fernweg"]);
  });
});

describe("a number", () => {
  it.each([
    ["1299", ["n1299"]],
    ["1,299.00", ["n1299"]],
    ["1.299,00", ["n1299"]],
    ["1 299,00", ["n1299"]],
    ["1'299.50", ["n1299.5"]],
    ["1.299", ["n1299", "n1.299"]],
    ["1,000,000", ["n1000000"]],
    ["1,29,900", ["n129900"]],
    ["12,5", ["n12.5"]],
    ["0.50", ["n0.5"]],
    ["007", ["n7"]],
    ["10.0.0.1", ["v10.0.0.1"]],
  ])("written as %s may be %j", (text, keys) => {
    expect(numberKeys(text)).toEqual(keys);
  });
});
