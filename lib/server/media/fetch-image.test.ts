import { expect, it } from "vitest";
import { imageTypeOf } from "./fetch-image";

it.each([
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]],
  ["jpeg", [0xff, 0xd8, 0xff, 0xe0]],
  ["webp", [...Buffer.from("RIFF"), 1, 2, 3, 4, ...Buffer.from("WEBPVP8 ")]],
])("knows %s by its first bytes", (type, bytes) => {
  expect(imageTypeOf(Uint8Array.from(bytes))).toBe(type);
});

it.each([
  "",
  "GIF89a",
  "<svg xmlns='x'/>",
  "<!doctype html>",
  "RIFF1234WAVE",
  "BM",
  "II*\0",
  "\x89PNG\r\n",
])("refuses %j", (text) => {
  expect(imageTypeOf(Buffer.from(text, "latin1"))).toBeNull();
});
