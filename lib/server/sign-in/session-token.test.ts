import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { deriveKeys } from "@/lib/server/config/derive-key";
import { issueSession, readSession, SESSION_SECONDS } from "./session-token";

const SECRET = "a secret of more than thirty-two characters";
const OTHER = "another secret of more than thirty-two characters";
const KEYS = deriveKeys([SECRET], "session");
const PASSWORD = "correct horse battery";
const NOW = Date.parse("2026-03-01T12:00:00.250Z");

const issue = (now = NOW) => issueSession(KEYS, PASSWORD, now);
const read = (token: string, now = NOW) => readSession(token, KEYS, PASSWORD, now);

/** A token as ours, but for what is given. */
async function forged(
  claims: Record<string, unknown>,
  header: Record<string, unknown> = {},
  key = KEYS[0],
): Promise<string> {
  const [, body = ""] = (await issue()).split(".");
  // It is our own token.
  const own = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, unknown>;
  return new SignJWT({ ...own, ...claims })
    .setProtectedHeader({ alg: "HS256", kid: key?.id ?? "", ...header })
    .sign(key?.secret ?? new Uint8Array(32));
}

describe("a session", () => {
  it("lasts twelve hours", async () => {
    const token = await issue();
    const session = await read(token);
    expect(session?.id).toMatch(/^[\w-]{22}$/);
    expect(session?.startedAt).toBe(NOW / 1000);
    expect(await read(token, NOW + (SESSION_SECONDS - 1) * 1000)).toEqual(session);
    expect(await read(await issue())).not.toEqual(session);
  });

  it("goes on while the secret is changed, and ends with the old one", async () => {
    const token = await issue();
    expect(
      await readSession(token, deriveKeys([OTHER, SECRET], "session"), PASSWORD, NOW),
    ).not.toBeNull();
    expect(await readSession(token, deriveKeys([OTHER], "session"), PASSWORD, NOW)).toBeNull();
  });

  it("P8 has one spelling: whatever a lenient decoder would take besides is refused", async () => {
    const token = await issue();
    const parts = token.split(".");
    const last = parts[2] ?? "";
    // The last character of 32 bytes carries two bits that mean nothing.
    const lastBits = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
      .map((character) => last.slice(0, -1) + character)
      .filter((other) => other !== last);
    const inserted = ["=", "==", " ", "\t", "\n", "\0", "\u00a0", "%", "+", "/", "*"].flatMap(
      (odd) =>
        parts.flatMap((part, at) =>
          [part + odd, odd + part, `${part.slice(0, 4)}${odd}${part.slice(4)}`].map((other) =>
            parts.with(at, other).join("."),
          ),
        ),
    );
    const others = [
      ...inserted,
      ...lastBits.map((other) => parts.with(2, other).join(".")),
      `${token}.`,
      `.${token}`,
      token.replaceAll("_", "/").replaceAll("-", "+"),
    ].filter((other) => other !== token);
    for (const other of others) expect(await read(other), other).toBeNull();
    expect(await read(token)).not.toBeNull();
  });

  it("ends when the password is changed", async () => {
    expect(await readSession(await issue(), KEYS, `${PASSWORD}!`, NOW)).toBeNull();
  });

  it("B06 is refused when it expired a second ago, or begins in ten minutes", async () => {
    const token = await issue();
    expect(await read(token, NOW + (SESSION_SECONDS + 1) * 1000)).toBeNull();
    expect(await read(await issue(NOW + 600_000))).toBeNull();
    expect(await read(await issue(NOW + 30_000)), "clocks differ a little").not.toBeNull();
    expect(await read(await forged({ exp: NOW / 1000 + 365 * 86_400 }))).toBeNull();
    expect(await read(await forged({ exp: undefined }))).toBeNull();
    expect(await read(await forged({ iat: undefined }))).toBeNull();
    expect(await read(await forged({ jti: undefined }))).toBeNull();
    expect(await read(await forged({ seal: undefined }))).toBeNull();
  });

  it("B06 is refused when a single character is changed, missing or added", async () => {
    const token = await issue();
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === "A" ? "B" : "A";
      const tampered = token.slice(0, at) + other + token.slice(at + 1);
      // The last character of a part has bits that mean nothing.
      const isSame = tampered
        .split(".")
        .every((part, index) =>
          Buffer.from(part, "base64url").equals(
            Buffer.from(token.split(".")[index] ?? "", "base64url"),
          ),
        );
      if (!isSame) expect(await read(tampered), String(at)).toBeNull();
      expect(await read(token.slice(0, at)), String(at)).toBeNull();
    }
    expect(await read(`${token}A`)).toBeNull();
    expect(await read("x".repeat(100_000))).toBeNull();
  });

  it("B06 is refused with another key's name, another algorithm, or none", async () => {
    expect(await read(await forged({}))).not.toBeNull();
    expect(await read(await forged({}, { kid: "other" }))).toBeNull();
    expect(await read(await forged({}, { kid: undefined }))).toBeNull();
    const [key] = KEYS;
    if (key === undefined) throw new Error("No key");
    const longKey = { id: key.id, secret: Buffer.concat([key.secret, key.secret]) };
    expect(await read(await forged({}, { alg: "HS512" }, longKey))).toBeNull();
    const [, body = "", signature = ""] = (await issue()).split(".");
    const none = Buffer.from(JSON.stringify({ alg: "none", kid: key.id })).toString("base64url");
    expect(await read(`${none}.${body}.`)).toBeNull();
    expect(await read(`${none}.${body}.${signature}`)).toBeNull();
  });

  it("B07 is no share link, and a share link is no session", async () => {
    const [shareKey] = deriveKeys([SECRET], "share");
    expect(await read(await forged({ aud: "share" }))).toBeNull();
    expect(await read(await forged({ aud: "share" }, {}, shareKey))).toBeNull();
    expect(await read(await forged({}, {}, shareKey))).toBeNull();
    const asShare = deriveKeys([SECRET], "share");
    expect(await readSession(await issue(), asShare, PASSWORD, NOW)).toBeNull();
  });
});
