import { describe, expect, it } from "vitest";
import { checkSession, type KnownRevocations } from "./check-session";

const NOW = 1_800_000_000_000;
const at = (ms: number) => ({ id: "a", startedAt: (NOW + ms) / 1000 });
const known = (more: Partial<KnownRevocations> = {}): KnownRevocations => ({
  revocations: { before: 0, ended: new Set() },
  goodUntil: NOW + 10_000,
  since: NOW,
  ...more,
});

describe("checkSession", () => {
  it("takes a session that nobody ended", () => {
    expect(checkSession(at(-1000), known(), NOW)).toBe("valid");
  });

  it("refuses one that was signed out, and all that began before everybody was", () => {
    const ended = { before: 0, ended: new Set(["a"]) };
    expect(checkSession(at(-1000), known({ revocations: ended }), NOW)).toBe("ended");
    const all = { before: (NOW - 500) / 1000, ended: new Set<string>() };
    expect(checkSession(at(-501), known({ revocations: all }), NOW)).toBe("ended");
    expect(checkSession(at(-500), known({ revocations: all }), NOW)).toBe("ended");
    expect(checkSession(at(-499), known({ revocations: all }), NOW)).toBe("valid");
  });

  it("takes no old session on trust when revocations cannot be read, but every new one", () => {
    const later = NOW + 10_001;
    expect(checkSession(at(-1000), known(), later)).toBe("unconfirmed");
    expect(checkSession(at(1000), known(), later)).toBe("valid");
    const never = known({ goodUntil: 0 });
    expect(checkSession(at(-1000), never, NOW)).toBe("unconfirmed");
    expect(checkSession(at(1), never, NOW)).toBe("valid");
  });
});
