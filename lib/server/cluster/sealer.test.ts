import { expect, it } from "vitest";
import { createSealer, LARGEST_SEALED_BYTES, namespaceOf } from "./sealer";

const sealer = createSealer("secret");
const LONG = "a long text ".repeat(10_000);

async function seal(text: string): Promise<Buffer> {
  return (await sealer.seal("name", text)) ?? Buffer.alloc(0);
}

it.each(["", "short", "ümläut \u0000 \ud83d\ude00", LONG])("opens what it sealed", async (text) => {
  expect(await sealer.open("name", await seal(text))).toBe(text);
});

it("makes long texts shorter, and hides every text", async () => {
  expect((await seal(LONG)).length).toBeLessThan(LONG.length / 10);
  expect((await seal("short")).toString("latin1")).not.toContain("short");
});

it("seals the same text differently each time, from the first bytes on", async () => {
  const [one, other] = [await seal("short"), await seal("short")];
  expect(one.subarray(0, 24)).not.toEqual(other.subarray(0, 24));
});

it("opens nothing under another name or with another secret", async () => {
  const sealed = await seal("short");
  expect(await sealer.open("another", sealed)).toBeNull();
  expect(await createSealer("another").open("name", sealed)).toBeNull();
});

it("opens nothing that was changed, at any byte, or cut", async () => {
  const sealed = await seal("short");
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(await sealer.open("name", changed)).toBeNull();
    expect(await sealer.open("name", sealed.subarray(0, index))).toBeNull();
  }
});

it("seals nothing that stays too large", async () => {
  const noise = Array.from({ length: LARGEST_SEALED_BYTES / 4 }, (_, index) =>
    ((index * 2_654_435_761) % 4_294_967_296).toString(36).padStart(7, "0"),
  ).join("");
  expect(await sealer.seal("name", noise)).toBeNull();
});

it("puts the keys of each secret in a place of their own, without telling it", () => {
  expect(namespaceOf("secret")).toMatch(/^sightglass:v1:[0-9a-f]{16}$/);
  expect(namespaceOf("secret")).not.toBe(namespaceOf("another"));
});
