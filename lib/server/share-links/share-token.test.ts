import fc from "fast-check";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { SHARE_SCOPES } from "@/lib/domain/sharing/grant";
import { readScopes } from "@/lib/domain/sharing/share-scopes";
import { deriveKeys, type SigningKey } from "@/lib/server/config/derive-key";
import { signShareToken, verifyShareToken, type ShareClaims } from "./share-token";

const SECRET = "a secret of the test, long enough to be one";
const OTHER_SECRET = "another secret of the test, long enough too";
const KEYS = deriveKeys([SECRET], "share");
const NOW = Date.UTC(2026, 2, 1, 12);
const MINUTE = 60_000;
const CLAIMS: ShareClaims = {
  shareId: "AAAAAAAAAAAAAAAAAAAAAA",
  taskId: "0a1b2c3d-0000-4000-8000-000000000001",
  scopes: ["status", "steps"],
  expiresAt: NOW + 60 * MINUTE,
};
const sign = (claims: Partial<ShareClaims> = {}, keys = KEYS) =>
  signShareToken({ ...CLAIMS, ...claims }, keys);

/** A token with whatever claims, signed as ours are unless said otherwise. */
function forge(
  claims: Record<string, unknown>,
  key: SigningKey = keyOf(KEYS),
  header: { alg?: string; kid?: string } = {},
): Promise<string> {
  const { shareId: jti, taskId: task } = CLAIMS;
  const exp = CLAIMS.expiresAt / 1000;
  return new SignJWT({ v: 1, aud: "share", jti, task, scope: "status steps", exp, ...claims })
    .setProtectedHeader({ alg: "HS256", kid: key.id, ...header })
    .sign(key.secret);
}

function keyOf([key]: readonly SigningKey[]): SigningKey {
  if (key === undefined) throw new Error("No key");
  return key;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("the token of a share link", () => {
  it("says what was signed, whatever that was", async () => {
    const claims = fc.record({
      shareId: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toId),
      taskId: fc.uuid(),
      scopes: fc.subarray([...SHARE_SCOPES]).map((scopes) => readScopes(scopes) ?? CLAIMS.scopes),
      expiresAt: fc.integer({ min: NOW / 1000 + 1, max: NOW / 1000 + 3e6 }).map((s) => s * 1000),
    });
    await fc.assert(
      fc.asyncProperty(claims, async (given) => {
        expect(await verifyShareToken(await sign(given), KEYS, NOW)).toEqual(given);
      }),
    );
  });

  it("C02 ends with its time, a minute of difference between two clocks being granted", async () => {
    const token = await sign({ expiresAt: NOW });
    expect(await verifyShareToken(token, KEYS, NOW + 59_000)).not.toBeNull();
    expect(await verifyShareToken(token, KEYS, NOW + 61_000)).toBeNull();
    expect(await verifyShareToken(token, KEYS, NOW + 5 * MINUTE)).toBeNull();
    // An instance whose clock is behind takes a link that was made ahead of it.
    expect(await verifyShareToken(token, KEYS, NOW - 5 * MINUTE)).not.toBeNull();
  });

  it("C02 does not work before the time that it names", async () => {
    const later = await forge({ nbf: NOW / 1000 + 120 });
    expect(await verifyShareToken(later, KEYS, NOW)).toBeNull();
  });

  it("C03 is refused when a single bit of it is flipped, wherever that is", async () => {
    const token = await sign();
    const place = fc.record({
      at: fc.integer({ min: 0, max: token.length - 1 }),
      bit: fc.integer({ min: 0, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ at, bit }) => {
        const letter = String.fromCharCode(token.charCodeAt(at) ^ (1 << bit));
        const flipped = token.slice(0, at) + letter + token.slice(at + 1);
        expect(await verifyShareToken(flipped, KEYS, NOW)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it("C03 is refused when its last letter says the same in other bits", async () => {
    const token = await sign();
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = letters.indexOf(token.at(-1) ?? "");
    for (const bits of [1, 2, 3]) {
      const other = token.slice(0, -1) + (letters[last ^ bits] ?? "");
      expect(await verifyShareToken(other, KEYS, NOW)).toBeNull();
    }
  });

  it("C03 is refused with the claims of another task, more scopes or fewer", async () => {
    const [head = "", body = "", signature = ""] = (await sign()).split(".");
    // The payload was written above.
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    for (const change of [
      { task: "0a1b2c3d-0000-4000-8000-000000000002" },
      { scope: "status steps output files" },
      { scope: "status" },
      { exp: CLAIMS.expiresAt / 1000 + 1 },
    ]) {
      const forged = [head, part({ ...claims, ...change }), signature].join(".");
      expect(await verifyShareToken(forged, KEYS, NOW), JSON.stringify(change)).toBeNull();
    }
  });

  it("C03 is refused when its claims are none that this version makes", async () => {
    expect(await verifyShareToken(await forge({}), KEYS, NOW)).toEqual(CLAIMS);
    for (const change of [
      { v: 2 },
      { v: undefined },
      { aud: undefined },
      { aud: ["share", "session"] },
      { exp: undefined },
      { exp: 0 },
      { jti: "short" },
      { jti: undefined },
      { task: "..%2f.." },
      { task: CLAIMS.taskId.toUpperCase() },
      { scope: "status live" },
      { scope: "status screenshots" },
      { scope: ["status"] },
      { scope: undefined },
      { more: true },
    ]) {
      const token = await forge(change);
      expect(await verifyShareToken(token, KEYS, NOW), JSON.stringify(change)).toBeNull();
    }
  });

  it("C03 is refused without a signature, and with one of another kind", async () => {
    const [, body = "", signature = ""] = (await sign()).split(".");
    const { id: kid, secret } = keyOf(KEYS);
    const none = part({ alg: "none", kid });
    for (const token of [
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
      `${part({ alg: "HS256" })}.${body}.${signature}`,
      await forge({}, { id: kid, secret: Buffer.concat([secret, secret]) }, { alg: "HS512" }),
      await forge({}, keyOf(KEYS), { kid: "unknown" }),
    ]) {
      expect(await verifyShareToken(token, KEYS, NOW)).toBeNull();
    }
  });

  it("is refused, and nothing thrown, for any other text", async () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.base64String());
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        expect(await verifyShareToken(given, KEYS, NOW)).toBeNull();
      }),
    );
    expect(await verifyShareToken("a".repeat(1_000_000), KEYS, NOW)).toBeNull();
  });

  it("C05 works on after a change of the secret while the old one is kept, and no longer", async () => {
    const before = await sign();
    const both = deriveKeys([OTHER_SECRET, SECRET], "share");
    expect(await verifyShareToken(before, both, NOW)).toEqual(CLAIMS);
    const after = await sign({}, both);
    const onlyNew = deriveKeys([OTHER_SECRET], "share");
    expect(await verifyShareToken(after, onlyNew, NOW)).toEqual(CLAIMS);
    expect(await verifyShareToken(before, onlyNew, NOW)).toBeNull();
    expect(await verifyShareToken(after, KEYS, NOW)).toBeNull();
    expect(await verifyShareToken(before, [], NOW)).toBeNull();
  });

  it("B07 is worth nothing when it was made with the key of another purpose", async () => {
    const session = deriveKeys([SECRET], "session");
    expect(await verifyShareToken(await sign({}, session), KEYS, NOW)).toBeNull();
    expect(await verifyShareToken(await sign(), session, NOW)).toBeNull();
    const mixed = { id: keyOf(KEYS).id, secret: keyOf(session).secret };
    expect(await verifyShareToken(await forge({}, mixed), KEYS, NOW)).toBeNull();
    expect(await verifyShareToken(await forge({ aud: "session" }), KEYS, NOW)).toBeNull();
  });
});

function toId(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}
