import { readdirSync } from "node:fs";
import { expect, test } from "../fixtures";
import { askRaw } from "../raw-request";
import { PRODUCT } from "../settings";

const TEXT_POLICY = "default-src 'none'; frame-ancestors 'none'";
const PAGE_POLICY = /^default-src 'none'; script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/;

/** The policy of an address, whose answer carries the other headers of every answer, too. */
async function policyOf(path: string, status: number): Promise<string> {
  const answer = await askRaw(PRODUCT, path);
  expect(answer.status, path).toBe(status);
  expect(answer.headers["x-content-type-options"], path).toBe("nosniff");
  expect(answer.headers["cache-control"], path).toMatch(/no-store|max-age/);
  return answer.headers["content-security-policy"] ?? "";
}

test("an address near one that answers for itself has the policy of a page", async () => {
  const near = ["/api/nowhere", "/api", "/API/tasks", "/api/taskss", "/api.json", "/healthzx"];
  const more = ["/icon", "/icons/a.png", "/icon.svg/x", "/readyz/x", "/_next/nowhere", "/iconXsvg"];
  for (const path of [...near, ...more]) {
    expect(await policyOf(path, 404), path).toMatch(PAGE_POLICY);
  }
});

test("what says nothing itself runs nothing", async () => {
  const paths = ["/api/tasks/x/nowhere", "/api/share/x/y/z", "/api/board/x", "/api/session/x"];
  for (const path of [...paths, "/_next/static/nowhere.js"]) {
    expect(await policyOf(path, 404), path).toBe(TEXT_POLICY);
  }
  for (const name of readdirSync("public")) {
    expect(await policyOf(`/${name}`, 200), name).toBe(TEXT_POLICY);
  }
  expect(await policyOf("/readyz", 200)).toBe(TEXT_POLICY);
  expect(await policyOf("/board/", 308)).toBe(TEXT_POLICY);
  // It has colours of its own for the dark scheme.
  expect(await policyOf("/icon.svg", 200)).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  );
});
