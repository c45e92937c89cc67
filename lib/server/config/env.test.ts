import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const KEY = { BROWSER_USE_API_KEY: "bu_1234567890" };

function problemsOf(source: Record<string, string>): string[] {
  const parsed = parseEnv({ ...KEY, ...source });
  return parsed.ok ? [] : parsed.problems.map(({ name }) => name);
}

describe("parseEnv", () => {
  it("needs nothing but the key", () => {
    const parsed = parseEnv(KEY);
    expect(parsed).toMatchObject({
      ok: true,
      env: {
        BROWSER_USE_BASE_URL: "https://api.browser-use.com/api/v2",
        HOST: "127.0.0.1",
        PORT: 3000,
        PUBLIC_BASE_URL: null,
        ALLOW_ANONYMOUS: false,
        ALLOW_CONTROL: false,
        COST_WARN_USD: null,
        POLL_INTERVAL_MS: 1000,
        HOLD_SECONDS: 5,
        REDIS_URL: null,
        LIVE_ORIGINS: ["https://live.browser-use.com"],
        ASSET_HOSTS: [],
        LOG_LEVEL: "info",
        METRICS_TOKEN: null,
        REDIS_REQUIRED: false,
      },
    });
    expect(parsed.ok && Object.isFrozen(parsed.env)).toBe(true);
  });

  it.each([
    "",
    " ",
    "your-key",
    "your_api_key_here",
    "<key>",
    "changeme",
    "two words",
    "a\nb",
    "schlüssel",
    "xxxx",
  ])("refuses %j as a key", (key) => {
    expect(problemsOf({ BROWSER_USE_API_KEY: key })).toEqual(["BROWSER_USE_API_KEY"]);
  });

  it.each([
    ["https://api.example/v2/", "https://api.example/v2"],
    ["http://127.0.0.1:4010/api/v2", "http://127.0.0.1:4010/api/v2"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://[::1]:4010/", "http://[::1]:4010"],
  ])("reads the base address %s", (text, url) => {
    const parsed = parseEnv({ ...KEY, BROWSER_USE_BASE_URL: text });
    expect(parsed.ok && parsed.env.BROWSER_USE_BASE_URL).toBe(url);
  });

  it.each([
    ["https://sight.example/", "https://sight.example"],
    [" HTTPS://Sight.Example:8443 ", "https://sight.example:8443"],
    ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
    ["https://sight.example/tools/glass/", "https://sight.example/tools/glass"],
  ])("reads the address people open, with a path or without: %j", (text, url) => {
    const parsed = parseEnv({ ...KEY, PUBLIC_BASE_URL: text });
    expect(parsed.ok && parsed.env.PUBLIC_BASE_URL).toBe(url);
  });

  it("says of an address whose path is refused what it may be", () => {
    const parsed = parseEnv({ ...KEY, PUBLIC_BASE_URL: "https://canary.example/canary:1" });
    expect(parsed).toMatchObject({ ok: false, problems: [{ name: "PUBLIC_BASE_URL" }] });
    const text = JSON.stringify(parsed);
    expect(text).toContain("such as /tools/sightglass");
    expect(text).not.toContain("canary");
  });

  it.each([
    "redis://localhost",
    "redis://:pass@10.0.0.7:6380/2",
    "rediss://user:pass@redis.example/",
  ])("takes the Redis address %s", (text) => {
    const parsed = parseEnv({ ...KEY, REDIS_URL: text });
    expect(parsed.ok && parsed.env.REDIS_URL).toBe(text);
  });

  it.each([
    ["BROWSER_USE_BASE_URL", "http://api.example"],
    ["BROWSER_USE_BASE_URL", "http://127.0.0.1.evil.example"],
    ["BROWSER_USE_BASE_URL", "https://me:pass@api.example"],
    ["BROWSER_USE_BASE_URL", "https://api.example?a=1"],
    ["BROWSER_USE_BASE_URL", "api.example"],
    ["BROWSER_USE_BASE_URL", "file:///etc/passwd"],
    ["PORT", "70000"],
    ["PORT", "http"],
    ["POLL_INTERVAL_MS", "50"],
    ["POLL_INTERVAL_MS", "1.5"],
    ["ALLOW_ANONYMOUS", "yes"],
    ["ALLOW_CONTROL", "true"],
    ["COST_WARN_USD", "0"],
    ["COST_WARN_USD", "-1"],
    ["COST_WARN_USD", "$5"],
    ["COST_WARN_USD", "1e3"],
    ["COST_WARN_USD", "0.000"],
    ["COST_WARN_USD", "5,00"],
    ["REDIS_URL", "localhost:6379"],
    ["REDIS_URL", "http://localhost:6379"],
    ["REDIS_URL", "redis://"],
    ["REDIS_URL", "redis://localhost/name"],
    ["REDIS_URL", "redis://localhost/0?enableOfflineQueue=true"],
    ["LIVE_ORIGINS", "https://live.example/path"],
    ["LIVE_ORIGINS", "http://live.example"],
    ["ASSET_HOSTS", "*.s3.amazonaws.com, https://x"],
    ["LOG_LEVEL", "loud"],
    ["METRICS_TOKEN", "too short"],
    ["METRICS_TOKEN", "thirty two characters with spaces"],
    ["REDIS_REQUIRED", "1"],
    ["REDIS_REQUIRED", "yes"],
    ["PUBLIC_BASE_URL", "http://sightglass.example"],
    ["PUBLIC_BASE_URL", "https://example.com/tasks/sightglass"],
    ["PUBLIC_BASE_URL", "https://example.com/a//b"],
    ["PUBLIC_BASE_URL", "http://localhost:3000/%20"],
    ["NOTIFY_FORMAT", "email"],
    ["NOTIFY_TASKS", "some"],
    ["NOTIFY_EVENTS", "ended,begun"],
    ["NOTIFY_EVENTS", ","],
    ["NOTIFY_EVERY_SECONDS", "0"],
    ["NOTIFY_MERGE_SECONDS", "-1"],
    ["NOTIFY_SECRET", "a-secret-without-an-address"],
    ["HOST", "0.0.0.0"],
    ["HOST", "::"],
  ])("refuses %s=%s and names it", (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([name]);
  });

  it("names everything that is bad, without a value", () => {
    const parsed = parseEnv({
      BROWSER_USE_API_KEY: "sec ret",
      PORT: "sec ret",
      LOG_LEVEL: "sec ret",
    });
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain("sec ret");
    if (!parsed.ok) expect(parsed.problems).toHaveLength(3);
  });

  it("A12 listens on other addresses with a sign-in, or once that is allowed without", () => {
    const proxy = {
      TRUSTED_PROXY: "X-Forwarded-User",
      TRUSTED_PROXY_SECRET: "thirty-two-characters-at-the-very-least",
    };
    expect(problemsOf({ HOST: "0.0.0.0" })).toEqual(["HOST"]);
    expect(problemsOf({ HOST: "0.0.0.0", ALLOW_ANONYMOUS: "1" })).toEqual([]);
    expect(problemsOf({ HOST: "0.0.0.0", ACCESS_PASSWORD: "twelve chars" })).toEqual([]);
    expect(problemsOf({ HOST: "0.0.0.0", ACCESS_PASSWORD: "  " })).toEqual(["HOST"]);
    expect(problemsOf({ HOST: "0.0.0.0", ACCESS_PASSWORD: "too short" })).toEqual([
      "ACCESS_PASSWORD",
    ]);
    expect(problemsOf({ HOST: "0.0.0.0", ...proxy })).toEqual([]);
  });

  it("believes no proxy without a secret, and takes no header that means something else", () => {
    const secret = { TRUSTED_PROXY_SECRET: "thirty-two-characters-at-the-very-least" };
    expect(problemsOf({ TRUSTED_PROXY: "x-forwarded-user" })).toEqual(["TRUSTED_PROXY_SECRET"]);
    expect(problemsOf(secret)).toEqual(["TRUSTED_PROXY_SECRET"]);
    for (const name of ["cookie", "host", "x y", "authorization", "sec-fetch-site"]) {
      expect(problemsOf({ TRUSTED_PROXY: name, ...secret }), name).toEqual(["TRUSTED_PROXY"]);
    }
    expect(problemsOf({ TRUSTED_PROXY: "x-user", TRUSTED_PROXY_SECRET: "short" })).toEqual([
      "TRUSTED_PROXY_SECRET",
    ]);
  });

  const secret = { NOTIFY_SECRET: "sixteen-and-more" };

  it.each([
    "https://hooks.example/services/T0/B0/x",
    "https://10.0.0.7:8443/hook?api-version=1&sig=a%2Fb",
    "http://127.0.0.1:9000/",
    "http://localhost:9000/hook",
  ])("sends messages to %s", (url) => {
    const parsed = parseEnv({ ...KEY, ...secret, NOTIFY_URL: url, NOTIFY_EVENTS: "paused, ended" });
    expect(parsed).toMatchObject({
      ok: true,
      env: {
        NOTIFY_URL: url,
        NOTIFY_FORMAT: "json",
        NOTIFY_TASKS: "watched",
        NOTIFY_EVENTS: ["ended", "paused"],
        NOTIFY_EVERY_SECONDS: 30,
        NOTIFY_MERGE_SECONDS: 300,
      },
    });
  });

  it.each([
    "http://hooks.example/",
    "http://10.0.0.7/",
    "http://127.0.0.1.evil.example/",
    "https://me:canary@hooks.example/",
    "https://hooks.example/#canary",
    "ftp://hooks.example/canary",
    "hooks.example/canary",
  ])("sends none to %s, and does not repeat it", (url) => {
    const parsed = parseEnv({ ...KEY, ...secret, NOTIFY_URL: url });
    expect(parsed).toMatchObject({ ok: false, problems: [{ name: "NOTIFY_URL" }] });
    expect(JSON.stringify(parsed)).not.toContain("canary");
  });

  it("sends no messages that are not signed", () => {
    const to = { NOTIFY_URL: "https://hooks.example/" };
    expect(problemsOf(to)).toEqual(["NOTIFY_SECRET"]);
    for (const short of ["fifteen-letters", "sixteen and more"]) {
      expect(problemsOf({ ...to, NOTIFY_SECRET: short })).toEqual(["NOTIFY_SECRET"]);
    }
  });

  it("reads lists", () => {
    const parsed = parseEnv({
      ...KEY,
      ASSET_HOSTS: "a.example, *.B.example",
      LIVE_ORIGINS: "https://l.example:8443",
    });
    expect(parsed).toMatchObject({
      env: { ASSET_HOSTS: ["a.example", "*.b.example"], LIVE_ORIGINS: ["https://l.example:8443"] },
    });
  });

  it("lists an open address together with everything else that is wrong", () => {
    const parsed = parseEnv({ HOST: "0.0.0.0", PORT: "abc" });
    expect(parsed.ok ? [] : parsed.problems.map(({ name }) => name)).toEqual([
      "BROWSER_USE_API_KEY",
      "HOST",
      "PORT",
    ]);
  });
});
