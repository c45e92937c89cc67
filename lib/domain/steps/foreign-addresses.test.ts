import fc from "fast-check";
import { expect, it } from "vitest";
import { ADDRESSES, HOSTILE_TEXTS } from "@/e2e/emulator/hostile-strings";
import { isLookAlikeHost, toPageAddress } from "@/lib/domain/text/page-address";
import { findTaskId } from "@/lib/domain/task/find-task-id";
import { decodeTaskId, parseTaskId } from "@/lib/domain/task/task-id";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Any text at all, with pieces of addresses and ids in it more often than by chance. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "https://",
        "http:",
        "javascript:",
        "data:",
        "@",
        "\\",
        "/",
        ":",
        "?",
        "#",
        "%2f",
        ".",
      ),
      fc.constantFrom(
        "bank.example",
        "evil.example",
        "\u0430pple.com",
        "127.0.0.1",
        "[::1]",
        "xn--a",
      ),
      fc.uuid(),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

it("D02 a link leads to the web, or there is none", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { href, label } = toPageAddress(text);
      expect(label).not.toBe("");
      if (href === null) return;
      expect(href).toMatch(/^https?:\/\/[!-~]+$/);
      expect(new URL(href).href).toBe(href);
    }),
    { numRuns: 1000 },
  );
});

it("D03 D04 a label is the host that the browser would ask, in ASCII", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { href, label } = toPageAddress(text);
      if (href === null) return;
      expect(label).toBe(new URL(href).host.replace(/^www\./, ""));
      expect(label).toMatch(/^[!-~]*$/);
    }),
    { numRuns: 1000 },
  );
});

it.each(HOSTILE_TEXTS.filter((text) => !ADDRESSES.includes(text)).map((text) => [text]))(
  "D02 the text %j is no link",
  (text) => {
    expect(toPageAddress(text).href).toBeNull();
  },
);

it("D04 a host in other letters is told from one in plain letters", () => {
  expect(isLookAlikeHost(toPageAddress("https://\u0430pple.com/").label)).toBe(true);
  expect(isLookAlikeHost(toPageAddress("https://shop.m\u00fcnchen.example/").label)).toBe(true);
  expect(isLookAlikeHost(toPageAddress("https://apple.com/xn--a").label)).toBe(false);
});

it("finds a task id in any text or none, and never throws", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = findTaskId(text);
      if (found.id !== null) expect(found.id).toMatch(UUID);
      for (const id of [parseTaskId(text), decodeTaskId(text)]) {
        if (id !== null) expect(id).toMatch(UUID);
      }
    }),
    { numRuns: 1000 },
  );
});
