// @ts-check
import { describe, expect, it } from "vitest";
import { hostsOf, knownHeaders, rejectRequest } from "./reject-request.mjs";

const HOST = { host: "127.0.0.1:3000" };
/** @type {(url: string, method?: string, headers?: Record<string, string>, hosts?: readonly string[] | null) => number | null} */
const statusOf = (url, method = "GET", headers = {}, hosts = []) =>
  rejectRequest({ method, url, headers: { ...HOST, ...headers }, httpVersion: "1.1" }, hosts)
    ?.status ?? null;

describe("what is refused before it is read", () => {
  it("lets in what is a request for this server", () => {
    for (const url of ["/", "/tasks/a%20b?step=1", "/api/tasks/x?since=%", "/a?b=//c"]) {
      expect(statusOf(url), url).toBeNull();
      expect(statusOf(url, "HEAD"), url).toBeNull();
    }
    expect(statusOf("/api/session", "POST", { "content-length": "65536" })).toBeNull();
    expect(statusOf("/api/session", "DELETE")).toBeNull();
  });

  it.each([
    "/%",
    "/tasks/%",
    "/tasks/%GG",
    "/%E0%A4%A",
    "/tasks/%00",
    "/a%0d%0ab",
    "//evil.example",
    "/a//b",
    "/\\evil",
    "http://evil.example/",
    "*",
    "",
  ])("A05 answers 400 to the address %j", (url) => {
    expect(statusOf(url)).toBe(400);
  });

  it("answers 414 to an address of more than 8 KiB", () => {
    expect(statusOf(`/${"a".repeat(8191)}`)).toBeNull();
    expect(statusOf(`/${"a".repeat(8192)}`)).toBe(414);
    expect(statusOf(`/?a=${"a".repeat(20_000)}`)).toBe(414);
  });

  it.each(["TRACE", "OPTIONS", "PUT", "PATCH", "CONNECT", "PROPFIND", "trace"])(
    "A11 answers 405 to %s everywhere",
    (method) => {
      expect(statusOf("/", method)).toBe(405);
      expect(statusOf("/api/tasks", method)).toBe(405);
    },
  );

  it("A11 answers 405 to an action on a page", () => {
    expect(statusOf("/tasks/x", "POST")).toBe(405);
    expect(statusOf("/sign-in", "POST")).toBe(405);
    expect(statusOf("/%61pi/session", "POST")).toBe(405);
    expect(statusOf("/api/../", "DELETE")).toBeNull();
  });

  it("B14 answers 413 to a body that is too large, and 411 to one of unknown length", () => {
    expect(statusOf("/api/session", "POST", { "content-length": "65537" })).toBe(413);
    expect(statusOf("/api/session", "POST", { "content-length": "31457280" })).toBe(413);
    expect(statusOf("/", "GET", { "content-length": "65537" })).toBe(413);
    expect(statusOf("/api/session", "POST", { "transfer-encoding": "chunked" })).toBe(411);
  });

  it("refuses to make another connection of one, and what it cannot promise, on every path", () => {
    for (const path of [
      "/",
      "/api/tasks",
      "/healthz",
      "/metrics",
      "/nowhere",
      "/_next/webpack-hmr",
    ]) {
      for (const upgrade of ["websocket", "h2c", "", "TLS/1.0"]) {
        expect(statusOf(path, "GET", { upgrade }), path).toBe(400);
      }
      expect(statusOf(path, "GET", { expect: "tea" }), path).toBe(417);
      expect(statusOf(path, "GET", { expect: "100-continue, tea" }), path).toBe(417);
      expect(statusOf(path, "GET", { expect: "100-Continue" }), path).toBeNull();
    }
    expect(statusOf("//", "GET", { upgrade: "websocket" })).toBe(400);
  });

  it("wants a host from every request but those of HTTP 1.0", () => {
    const ask = (/** @type {string} */ httpVersion) =>
      rejectRequest({ method: "GET", url: "/healthz", headers: {}, httpVersion }, [])?.status ??
      null;
    expect([ask("1.1"), ask("1.0")]).toEqual([400, null]);
  });

  it("B11 answers 421 to a host of another name, once its own is known", () => {
    const hosts = hostsOf({ PUBLIC_BASE_URL: "https://sight.example:8443/" });
    for (const host of ["sight.example:8443", "SIGHT.example:8443", "localhost", "[::1]:3000"]) {
      expect(statusOf("/", "GET", { host }, hosts), host).toBeNull();
    }
    for (const host of [
      "evil.example",
      "sight.example",
      "sight.example:8443.evil.example",
      "",
      "127.0.0.1.evil.example",
      "localhost.evil.example",
    ]) {
      expect(statusOf("/", "GET", { host }, hosts), host).toBe(421);
      expect(statusOf("/readyz", "GET", { host }, hosts), host).toBeNull();
      expect(statusOf("/metrics", "GET", { host }, hosts), host).toBeNull();
    }
  });

  it("B11 gives a server of this machine alone no other name, and one of a network every name", () => {
    expect(hostsOf({})).toEqual([]);
    expect(hostsOf({ HOST: "127.0.0.1" })).toEqual([]);
    expect(hostsOf({ HOST: "::1" })).toEqual([]);
    expect(hostsOf({ HOST: "0.0.0.0" })).toBeNull();
    expect(hostsOf({ HOST: "0.0.0.0", PUBLIC_BASE_URL: "https://sight.example" })).toEqual([
      "sight.example",
    ]);
    expect(statusOf("/", "GET", { host: "rebound.example:3000" }, hostsOf({}))).toBe(421);
    expect(statusOf("/", "GET", { host: "anything" }, null)).toBeNull();
  });
});

describe("the headers of a request", () => {
  const isKnown = knownHeaders({ TRUSTED_PROXY: "X-Forwarded-User" });

  it.each([
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "x-nextjs-data",
    "next-action",
    "next-resume",
    "content-security-policy",
    "x-nonce",
    "x-is-shared",
    "x-forwarded-host",
    "x-forwarded-for",
    "forwarded",
    "x-matched-path",
    "x-something-of-a-later-version",
    "",
  ])("A07 that nobody outside has to set do not get in: %s", (name) => {
    expect(isKnown(name)).toBe(false);
  });

  it.each(["cookie", "rsc", "next-router-state-tree", "host", "if-none-match", "sec-fetch-site"])(
    "%s gets in",
    (name) => {
      expect(isKnown(name)).toBe(true);
    },
  );

  it("let the user in whom a trusted proxy names, under the name that the settings give, and no other", () => {
    expect(isKnown("x-forwarded-user")).toBe(true);
    expect(isKnown("x-auth-user")).toBe(false);
    expect(knownHeaders({})("x-forwarded-user")).toBe(false);
    expect(knownHeaders({ TRUSTED_PROXY: " " })("")).toBe(false);
  });

  it("let the token of whoever reads the metrics in where there are any, and nowhere else", () => {
    expect(isKnown("authorization")).toBe(false);
    expect(knownHeaders({ METRICS_TOKEN: " " })("authorization")).toBe(false);
    expect(knownHeaders({ METRICS_TOKEN: "a token" })("authorization")).toBe(true);
  });

  it("of development get in there alone", () => {
    expect(isKnown("next-hmr-refresh")).toBe(false);
    expect(knownHeaders({ NODE_ENV: "development" })("next-hmr-refresh")).toBe(true);
  });
});
