import { describe, expect, it } from "vitest";
import { bucketOf, countRequest, type RateWindow } from "./rate-buckets";

const ID = "0a1b2c3d-0000-4000-8000-000000000041";

describe("the bucket of a request", () => {
  it.each([
    ["GET", `/api/v4/runs/${ID}/status`, "status"],
    ["GET", `/api/v4/sessions/${ID}`, "status"],
    ["GET", `/api/v4/browsers/${ID}`, "status"],
    ["PATCH", `/api/v4/browsers/${ID}`, "general"],
    ["GET", `/api/v4/runs/${ID}`, "general"],
    ["GET", `/api/v4/runs/${ID}/events`, "general"],
    ["GET", "/api/v4/browsers", "general"],
    ["GET", `/api/v4/sessions/${ID}/queue`, "general"],
    ["GET", `/api/v2/sessions/${ID}`, "general"],
  ])("of %s %s is %s", (method, path, bucket) => {
    expect(bucketOf(method, path)).toBe(bucket);
  });
});

describe("a window of five seconds", () => {
  it("lets through what is allowed, says how much is left, and begins anew", () => {
    let window: RateWindow | undefined;
    const ask = (now: number) => {
      const counted = countRequest(window, 0.4, now);
      window = counted.window;
      return counted;
    };
    expect(ask(1000)).toMatchObject({
      isOver: false,
      headers: {
        "x-ratelimit-limit": "2",
        "x-ratelimit-remaining": "1",
        "x-ratelimit-reset": "5",
      },
    });
    expect(ask(2500).isOver).toBe(false);
    const refused = ask(2600);
    expect(refused).toMatchObject({
      isOver: true,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4", "retry-after": "4" },
    });
    expect(JSON.parse(refused.body)).toEqual({
      error: "rate_limited",
      limit_rps: 0.4,
      retry_after_seconds: 4,
    });
    expect(ask(5999).isOver).toBe(true);
    expect(ask(6000)).toMatchObject({ isOver: false, headers: { "x-ratelimit-remaining": "1" } });
  });
});
