import fc from "fast-check";
import contentDisposition from "content-disposition";
import { expect, it } from "vitest";
import { safeFilename } from "./safe-filename";

const ID = "0a1b2c3d-0000-4000-8000-0000000000f1";

it.each([
  ["report.csv", "report.csv"],
  ["../../etc/passwd", "passwd"],
  ["..\\..\\x.exe", "x.exe"],
  ["C:\\x", "x"],
  ["CON", "_CON"],
  ["con.txt", "_con.txt"],
  ["com1", "_com1"],
  ["console.log", "console.log"],
  [".htaccess", "_.htaccess"],
  ["", "file-0a1b2c3d"],
  [" ", "file-0a1b2c3d"],
  [".", "file-0a1b2c3d"],
  ["..", "file-0a1b2c3d"],
  ["a/", "file-0a1b2c3d"],
  ["a/b", "b"],
  ["a\0b.txt", "ab.txt"],
  ['a"b.txt', "ab.txt"],
  ["a\r\nX-Evil: 1.txt", "aX-Evil 1.txt"],
  ["日本.txt", "日本.txt"],
  ["a\u202egpj.exe", "agpj.exe"],
  ["a\u200bb.txt", "ab.txt"],
  ["name. . ", "name"],
  ["100%.txt", "100%.txt"],
  [";filename=x", ";filename=x"],
  ["e\u0301.txt", "é.txt"],
])("D17 makes %j into %j", (name, expected) => {
  expect(safeFilename(name, ID)).toBe(expected);
});

it("D17 keeps the extension of a long name, in bytes", () => {
  const name = safeFilename(`${"語".repeat(300)}.xlsx`, ID);
  expect(name).toMatch(/^語+\.xlsx$/);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
  expect(Buffer.byteLength(safeFilename("a".repeat(5000), ID))).toBe(150);
});

it("D13 D17 replaces a lone surrogate", () => {
  expect(safeFilename("a\ud800b😀.txt", ID)).toBe("a\ufffdb😀.txt");
});

it("D17 always gives one name that fits a header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const name = safeFilename(text, ID);
      expect(name).not.toMatch(/[/\\<>:"|?*\u0000-\u001f]|^[. ]|[. ]$/);
      expect(name).not.toBe("");
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(152);
      expect(() => new Headers({ d: contentDisposition(name) })).not.toThrow();
    }),
  );
});
