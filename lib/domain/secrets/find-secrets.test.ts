import { describe, expect, it } from "vitest";
import { findSecrets } from "./find-secrets";

/** Put together here, so that nothing that scans this repository for keys stops at an example. */
const key = (...parts: string[]) => parts.join("");
const CHANCE = "q7Zt4Lx9Bv2Rk8Wd3Mp6";

const found = (text: string) =>
  findSecrets(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

describe("findSecrets", () => {
  it.each([
    key("sk-", "proj-", CHANCE),
    key("sk-", "ant-api03-", CHANCE),
    key("sk_", "live_", CHANCE),
    key("rk_", "test_", CHANCE),
    key("gh", "p_", CHANCE, "aaaa"),
    key("github", "_pat_", CHANCE),
    key("glp", "at-", CHANCE),
    key("xo", "xb-123456789012-", CHANCE),
    key("AK", "IAQ7ZT4LX9BV2RK8WD"),
    key("AI", "zaSy", CHANCE, CHANCE),
    key("ya", "29.", CHANCE),
    key("np", "m_", CHANCE, CHANCE),
    key("h", "f_", CHANCE),
    key("S", "G.", CHANCE, ".", CHANCE),
    key("bu", "_", CHANCE),
  ])("finds the key %s by its beginning", (secret) => {
    expect(found(`Use ${secret}, then go on.`)).toEqual([["key", secret]]);
  });

  it.each([
    "\u200b",
    "\u200d",
    "\u00ad",
    "\u2060",
    "\ufeff",
    "\ufe0f",
    "\u{e0061}",
    "\u202e\u202c",
  ])("finds a secret wherever signs without width (%j) stand in it or in its name", (sign) => {
    const secrets = [
      ["password=", "horse", "&x=1"],
      ["the password is ", "hunter2", "."],
      ["https://ann:", "horse7", "@shop.example/"],
      ["Use ", key("sk-", "proj-", CHANCE), ", then go on."],
    ] as const;
    for (const [before, secret, after] of secrets) {
      const text = `${before}${secret}${after}`;
      for (let at = 0; at <= text.length; at += 1) {
        const read = `${text.slice(0, at)}${sign}${text.slice(at)}`;
        const hidden = findSecrets(read).map(({ from, to }) => read.slice(from, to));
        expect(hidden.join(" ").replaceAll(sign, ""), JSON.stringify(read)).toContain(secret);
      }
    }
  });

  it("finds a signed token", () => {
    const token = key("ey", "JhbGciOiJIUzI1NiJ9.ey", "JzdWIiOiIxMjM0NTYifQ.", CHANCE);
    expect(found(`got ${token} back`)).toEqual([["jwt", token]]);
  });

  it("finds a private key to its last line, or to the end where it was cut off", () => {
    const begin = key("-----BEGIN RSA ", "PRIVATE KEY-----");
    const whole = `${begin}\nMIIEow\nabc\n${key("-----END RSA ", "PRIVATE KEY-----")}`;
    expect(found(`a\n${whole}\nb`)).toEqual([["private-key", whole]]);
    expect(found(`a ${begin}\nMIIE`)).toEqual([["private-key", `${begin}\nMIIE`]]);
    expect(found("-----BEGIN PUBLIC KEY-----\nMIIE\n-----END PUBLIC KEY-----")).toEqual([]);
  });

  it.each([
    ["https://shop.example/in?user=ann&password=horse&x=1", "horse"],
    ["https://shop.example/cb?access_token=abcdef&state=1", "abcdef"],
    ["https://s3.example/a.png?X-Amz-Signature=0123abcd", "0123abcd"],
    ["https://shop.example/?pin=1234", "1234"],
    ['{"user": "ann", "password": "correct horse"}', "correct horse"],
    ['{\\"apiKey\\": \\"abc123def\\"}', "abc123def"],
    ["{'passwd': 'x'}", "x"],
    ["Log in as ann, the password is hunter2.", "hunter2"],
    ["Password: hunter2", "hunter2"],
    ['the password is "horse"', "horse"],
    ["Passwort: Sommer2026", "Sommer2026"],
    ["Authorization: Bearer abc.def-123", "abc.def-123"],
    ["API_KEY=abc123def", "abc123def"],
    ["secret key: s3cr3tvalue", "s3cr3tvalue"],
  ])("finds what stands under the name of a secret in %s", (text, secret) => {
    expect(found(text)).toEqual([["password", secret]]);
  });

  it("finds the password of an address, not its user or its host", () => {
    expect(found("open https://ann:pass-word@shop.example/x")).toEqual([["password", "pass-word"]]);
    expect(found("https://bank.example@evil.example/")).toEqual([]);
    expect(found("https://shop.example/@ann")).toEqual([]);
  });

  it("finds mail addresses", () => {
    expect(found("Write to ann.lee+shop@mail.example.com.")).toEqual([
      ["email", "ann.lee+shop@mail.example.com"],
    ]);
    expect(found("<a@b.io>")).toEqual([["email", "a@b.io"]]);
  });

  it("finds long runs of chance", () => {
    expect(found(`id ${CHANCE}Hf5Q here`)).toEqual([["token", `${CHANCE}Hf5Q`]]);
  });

  it.each([
    "",
    "Add the Sill Low Trail Shoe in size 42 to the cart and stop before paying.",
    "0a1b2c3d-0000-4000-8000-000000000001",
    "task 0A1B2C3D-0000-4000-8000-000000000001 and 3c90c3cc0d444b5088888dd25736052a",
    "main-5f2b8d7c9e1a4f6083b7d2c4e5f60718.js",
    "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "https://shop.example/2026/11/25/the-best-trail-shoes-of-the-year-42-models-tested?page=2&sort=price",
    "click_element_by_index and getElementsByClassNameOrTagName",
    "report-2026-11-25T10-30-00Z-final-version.csv",
    "Enter the password: then click Sign in.",
    "The password is required.",
    "Password: ********",
    "input the <secret>shop_password</secret>",
    '{"text": "{{password}}", "token": null}',
    "max_tokens=4096, tokens: 512, total_token=12345678",
    "the secretary: Anna",
    "shipping=5&pinned=yes&author=ann",
    "The secret is out: sales are up.",
    "icon@2x.png react@19.3.1 @next/env user@localhost",
    "Basic information, bearer of news",
    "A".repeat(100),
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "日本語のテキストとパスワードの説明です",
  ])("leaves alone %j", (text) => {
    expect(found(text)).toEqual([]);
  });
});
