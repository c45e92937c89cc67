import { describe, expect, it } from "vitest";
import { pageHeaders } from "./page-headers";

const ENV = {
  LIVE_ORIGINS: ["https://live.browser-use.com"],
  BROWSER_USE_BASE_URL: "https://api.browser-use.com/api/v2",
  PUBLIC_BASE_URL: null,
  NODE_ENV: "production",
} as const;

const policyOf = (path: string, env: Parameters<typeof pageHeaders>[2] = ENV) =>
  new Map(
    pageHeaders(path, "abc", env)
      .policy.split("; ")
      .map((part): [string, string] => [
        part.split(" ")[0] ?? "",
        part.split(" ").slice(1).join(" "),
      ]),
  );

describe("the headers of a page", () => {
  it("allow a frame only where a live view can be held or led to", () => {
    for (const path of ["/", "/tasks/x", "/compare", "/board"]) {
      expect(policyOf(path).get("frame-src"), path).toBe(
        "https://live.browser-use.com https://api.browser-use.com:*",
      );
      expect(pageHeaders(path, "abc", ENV).answer).toHaveProperty("permissions-policy");
    }
    for (const path of ["/sign-in", "/share", "/share/x", "/nowhere", "/t%61sks/x", "//tasks/x"]) {
      expect(policyOf(path).get("frame-src"), path).toBe("'none'");
      expect(pageHeaders(path, "abc", ENV).answer).not.toHaveProperty("permissions-policy");
    }
  });

  it("run only scripts that carry the nonce, and nothing from elsewhere", () => {
    expect(Object.fromEntries(policyOf("/sign-in"))).toEqual({
      "default-src": "'none'",
      "script-src": "'nonce-abc' 'strict-dynamic'",
      "style-src": "'self' 'nonce-abc'",
      "img-src": "'self' data:",
      "font-src": "'self'",
      "connect-src": "'self'",
      "manifest-src": "'self'",
      "media-src": "'self'",
      "frame-src": "'none'",
      "child-src": "'none'",
      "worker-src": "'none'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
    });
  });

  it("ask for https where people open the server over https", () => {
    expect(policyOf("/").has("upgrade-insecure-requests")).toBe(false);
    const env = { ...ENV, PUBLIC_BASE_URL: "https://sight.example" };
    expect(policyOf("/", env).has("upgrade-insecure-requests")).toBe(true);
    const local = { ...ENV, PUBLIC_BASE_URL: "http://localhost:3000" };
    expect(policyOf("/", local).has("upgrade-insecure-requests")).toBe(false);
  });
});
