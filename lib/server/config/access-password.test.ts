import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { isPassword, parseAccessPassword, type AccessPassword } from "./access-password";
import { hashPassword } from "@/server/password-hash.mjs";

function password(text: string): AccessPassword {
  const parsed = parseAccessPassword(text);
  if (parsed === null) throw new Error("No password");
  return parsed;
}

const PLAIN = "correct horse battery";

describe("a password", () => {
  it("has twelve characters at least, however many bytes they take", () => {
    expect(parseAccessPassword("eleven char")).toBeNull();
    expect(parseAccessPassword("twelve chars")?.kind).toBe("plain");
    expect(parseAccessPassword("🔑".repeat(11))).toBeNull();
    expect(parseAccessPassword("🔑".repeat(12))?.kind).toBe("plain");
    expect(parseAccessPassword("x".repeat(1025))).toBeNull();
  });

  it("is taken as it is or as a hash, and only the right one is right", async () => {
    const hashed = await hashPassword(PLAIN);
    expect(hashed).toMatch(/^scrypt:32768:8:3:[\w-]{22}:[\w-]{43}$/);
    expect(hashed).not.toContain("$");
    for (const expected of [password(PLAIN), password(hashed)]) {
      expect(await isPassword(PLAIN, expected)).toBe(true);
      for (const wrong of ["", "correct horse batterz", "x", `${PLAIN} `, hashed]) {
        expect(await isPassword(wrong, expected), wrong).toBe(false);
      }
    }
    expect(await hashPassword(PLAIN)).not.toBe(hashed);
  });

  it.each([
    "scrypt:",
    "scrypt:32768:8:3:c2FsdA:aGFzaA",
    `scrypt:32769:8:3:${"a".repeat(22)}:${"a".repeat(43)}`,
    `scrypt:9999999:8:3:${"a".repeat(22)}:${"a".repeat(43)}`,
    `scrypt:32768:0:3:${"a".repeat(22)}:${"a".repeat(43)}`,
  ])("is no broken hash such as %s", (text) => {
    expect(parseAccessPassword(text)).toBeNull();
  });

  it("B04 is the same with line breaks around it and in every form of Unicode, and spaces count", async () => {
    const composed = "Zürich im Café";
    for (const text of [
      composed,
      composed.normalize("NFD"),
      `${composed}\n`,
      `\r\n${composed}\r\n`,
    ]) {
      for (const given of [composed, composed.normalize("NFD"), `${composed}\n`]) {
        expect(await isPassword(given, password(text))).toBe(true);
      }
      expect(await isPassword(` ${composed}`, password(text))).toBe(false);
      expect(await isPassword("", password(text))).toBe(false);
    }
  });

  it("B05 takes as long wherever a wrong one differs, and whatever its length", async () => {
    const expected = password("s".repeat(64));
    const wrong = [`x${"s".repeat(63)}`, `${"s".repeat(63)}x`, "s", "s".repeat(1024)];
    const times = wrong.map(() => [] as number[]);
    for (let round = 0; round < 1000; round++) {
      for (const [at, text] of wrong.entries()) {
        const begun = performance.now();
        expect(await isPassword(text, expected)).toBe(false);
        times[at]?.push(performance.now() - begun);
      }
    }
    const [first = 0, last = 0] = times.map((all) => all.sort((a, b) => a - b)[500] ?? 0);
    expect(Math.abs(first - last)).toBeLessThan(0.05);
  });
});
