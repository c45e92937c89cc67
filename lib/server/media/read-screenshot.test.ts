import { expect, it } from "vitest";
import { imageKey } from "@/lib/server/upstream/contracts/image-key";
import { findAddress } from "./read-screenshot";

const addresses = new Map([
  [0, "https://b.example/one.png?sig=2"],
  [1, "https://b.example/two.png?sig=2"],
]);
const key = (name: string) => imageKey(`https://b.example/${name}.png?sig=1`);

it("F09 a key finds its picture under whatever number it stands, signed anew or not", () => {
  expect(findAddress(addresses, 1, key("two"))).toBe("https://b.example/two.png?sig=2");
  expect(findAddress(addresses, 1, key("one"))).toBe("https://b.example/one.png?sig=2");
  expect(findAddress(addresses, 9, key("one"))).toBe("https://b.example/one.png?sig=2");
});

it("F09 a key of no picture finds none, not that of the step", () => {
  expect(findAddress(addresses, 1, key("three"))).toBeNull();
});

it("F09 without a key the step's own picture is found", () => {
  expect(findAddress(addresses, 1, null)).toBe("https://b.example/two.png?sig=2");
  expect(findAddress(addresses, 9, null)).toBeNull();
});
