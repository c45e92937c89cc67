// @ts-check
import { spawnSync } from "node:child_process";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { isPassword, parseAccessPassword } from "../lib/server/config/access-password";

/** @param {string} input */
const hash = (input) =>
  spawnSync(process.execPath, ["scripts/hash-password.mjs"], { input, encoding: "utf8" });

describe("npm run hash-password", () => {
  it("prints the line for the configuration, which that password opens", async () => {
    const { stdout, status } = hash("correct horse battery\n");
    expect(status).toBe(0);
    const [, line = ""] = /^ACCESS_PASSWORD=(\S+)\n$/.exec(stdout) ?? [];
    const parsed = parseAccessPassword(line);
    expect(parsed?.kind).toBe("scrypt");
    expect(parsed && (await isPassword("correct horse battery", parsed))).toBe(true);
  });

  it.each([
    ["too short a one", "too short"],
    ["too long a one", "x".repeat(1025)],
    ["a hash", `scrypt:32768:8:3:${"a".repeat(22)}:${"a".repeat(43)}`],
  ])("refuses %s", (_, password) => {
    const { stdout, stderr, status } = hash(password);
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toBe("A password has 12 to 1024 characters.\n");
  });
});
