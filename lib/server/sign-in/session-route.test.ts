import { beforeEach, describe, expect, it, vi } from "vitest";
import { DELETE as signOutRoute, POST as signInRoute } from "@/app/api/session/route";
import { DELETE as signOutEverywhereRoute } from "@/app/api/sessions/route";
import { POST as liveRoute } from "@/app/api/tasks/[taskId]/live/route";
import { GET as taskRoute } from "@/app/api/tasks/[taskId]/route";
import { GET as tasksRoute } from "@/app/api/tasks/route";
import { callRoute, configureProduct } from "@/test/product";
import { hashPassword } from "@/server/password-hash.mjs";

const PASSWORD = "correct horse battery";
const SETTINGS = {
  BROWSER_USE_API_KEY: "bu_canary_77aa",
  // Nobody answers there: no test here gets so far.
  BROWSER_USE_BASE_URL: "http://127.0.0.1:1/api/v2",
  ACCESS_PASSWORD: PASSWORD,
  SESSION_SECRET: "a secret of more than thirty-two characters",
};
const TASK = { taskId: "3c90c3cc-0d44-4b50-8888-8dd25736052a" };
const SAME_ORIGIN = { "sec-fetch-site": "same-origin", "content-type": "application/json" };

beforeEach(() => {
  configureProduct(SETTINGS);
});

const signIn = (password: unknown, headers: Record<string, string> = {}) =>
  callRoute(
    signInRoute,
    "/api/session",
    {},
    {
      method: "POST",
      headers: { ...SAME_ORIGIN, ...headers },
      body: JSON.stringify({ password }),
    },
  );

async function cookieOf(response: Response): Promise<string> {
  expect(response.status, await response.clone().text()).toBe(200);
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

const codeOf = async (response: Response) => {
  const body: unknown = await response.json();
  return typeof body === "object" && body !== null && "code" in body ? body.code : null;
};

/** Anything but 401: the question got past the guard. */
async function isLetIn(cookie: string): Promise<boolean> {
  const response = await callRoute(tasksRoute, "/api/tasks", {}, { headers: { cookie } });
  return response.status !== 401;
}

describe("signing in", () => {
  it("gives a session in a cookie that no script and no other site gets", async () => {
    const response = await signIn(PASSWORD);
    expect(response.headers.get("set-cookie")).toMatch(
      /^sightglass_session=[\w-]+\.[\w-]+\.[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    );
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await response.text()).toBe("{}");
  });

  it("keeps the cookie to https and to this host where people open the server over https", async () => {
    configureProduct({ ...SETTINGS, PUBLIC_BASE_URL: "https://sight.example" });
    const response = await signIn(PASSWORD);
    expect(response.headers.get("set-cookie")).toMatch(
      /^__Host-sightglass_session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=43200$/,
    );
    const cookie = await cookieOf(response);
    expect(await isLetIn(cookie)).toBe(true);
    expect(await isLetIn(cookie.replace("__Host-", ""))).toBe(false);
  });

  it("sends the cookie to the base path alone, where there is one", async () => {
    configureProduct({ ...SETTINGS, PUBLIC_BASE_URL: "https://sight.example/tools/glass" });
    const response = await signIn(PASSWORD);
    expect(response.headers.get("set-cookie")).toMatch(
      /^__Secure-sightglass_session=[^;]+; Path=\/tools\/glass; HttpOnly; Secure; SameSite=Lax; Max-Age=43200$/,
    );
    expect(await isLetIn(await cookieOf(response))).toBe(true);
  });

  it("works with a hashed password, too", async () => {
    configureProduct({ ...SETTINGS, ACCESS_PASSWORD: await hashPassword(PASSWORD) });
    expect(await isLetIn(await cookieOf(await signIn(`${PASSWORD}\n`)))).toBe(true);
    expect(await codeOf(await signIn("wrong wrong wrong"))).toBe("wrong-password");
  });

  it("is not there without a password", async () => {
    configureProduct({ ...SETTINGS, ACCESS_PASSWORD: "" });
    expect((await signIn("anything at all")).status).toBe(404);
    expect(await isLetIn("")).toBe(true);
  });

  it("B01 looks at ten passwords a minute at most, wherever they say they come from", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-03-01T12:00:00Z"), toFake: ["Date"] });
    try {
      const codes = new Map<unknown, number>();
      for (let attempt = 0; attempt < 1000; attempt++) {
        vi.setSystemTime(Date.now() + 59);
        const from = `10.0.${String(attempt % 250)}.${String(attempt % 199)}`;
        const response = await signIn(`wrong ${String(attempt)}`, { "x-forwarded-for": from });
        const code = await codeOf(response.clone());
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (code !== "sign-in-slowed") continue;
        expect(response.status).toBe(429);
        expect(Number(response.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
        expect(Number(response.headers.get("retry-after"))).toBeLessThanOrEqual(60);
      }
      const looked = codes.get("wrong-password") ?? 0;
      expect(looked).toBeGreaterThan(2);
      expect(looked).toBeLessThanOrEqual(10);
      expect(looked + (codes.get("sign-in-slowed") ?? 0)).toBe(1000);
    } finally {
      vi.useRealTimers();
    }
  });

  it("B01 looks at ten a minute at most when all come at once", async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => signIn("wrong wrong wrong")));
    expect(all.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
  });

  it("B02 leaves sessions alone during an attack, and lets the owner in after it", async () => {
    const cookie = await cookieOf(await signIn(PASSWORD));
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    try {
      for (let attempt = 0; attempt < 50; attempt++) await signIn("wrong wrong wrong");
      expect(await codeOf(await signIn(PASSWORD))).toBe("sign-in-slowed");
      expect(await isLetIn(cookie)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("B03 refuses a password of a megabyte before it looks at it", async () => {
    const huge = "x".repeat(1_048_576);
    const declared = await signIn(huge, { "content-length": "1048600" });
    expect(await codeOf(declared)).toBe("body-too-large");
    expect(await codeOf(await signIn(huge))).toBe("body-too-large");
    expect(await codeOf(await signIn("x".repeat(60_000)))).toBe("bad-request");
    for (const nothing of ["", null, 12, [PASSWORD], { length: 3 }]) {
      expect(await codeOf(await signIn(nothing))).toBe("bad-request");
    }
    // None of them counted as a try.
    await cookieOf(await signIn(PASSWORD));
  });

  it.each<[string, Record<string, string>]>([
    ["another origin", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a neighbour", { "sec-fetch-site": "same-site" }],
    ["an opaque origin", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["plain text", { "content-type": "text/plain" }],
  ])("B08 is refused to %s", async (_name, headers) => {
    expect(await codeOf(await signIn(PASSWORD, headers))).toBe("cross-site");
  });
});

describe("a session", () => {
  it("is asked for by every handler that does not say otherwise", async () => {
    expect(await codeOf(await callRoute(taskRoute, "/", TASK))).toBe("sign-in-required");
    expect(await codeOf(await callRoute(liveRoute, "/", TASK, { method: "POST" }))).toBe(
      "sign-in-required",
    );
  });

  it("A10 is asked for with the same words, whatever is asked about", async () => {
    const ids = [TASK.taskId, "00000000-0000-4000-8000-000000000000", "not-an-id", "%2e%2e"];
    const answers = await Promise.all(
      ids.map(async (taskId) => {
        const response = await callRoute(taskRoute, "/", { taskId });
        return (await response.text()).replace(/"requestId":"[^"]+"/, "");
      }),
    );
    expect(new Set(answers).size).toBe(1);
  });

  it("B06 is cleared from the browser when it is none of ours", async () => {
    const cookie = await cookieOf(await signIn(PASSWORD));
    for (const bad of [cookie.slice(0, -3), `${cookie}x`, "sightglass_session=nonsense"]) {
      const response = await callRoute(tasksRoute, "/api/tasks", {}, { headers: { cookie: bad } });
      expect(response.status).toBe(401);
      expect(response.headers.get("set-cookie")).toMatch(/^sightglass_session=; .*Max-Age=0$/);
    }
    const none = await callRoute(tasksRoute, "/api/tasks", {});
    expect(none.headers.get("set-cookie")).toBeNull();
  });

  it("ends on the server when one signs out, and the others go on", async () => {
    const [mine, other] = [
      await cookieOf(await signIn(PASSWORD)),
      await cookieOf(await signIn(PASSWORD)),
    ];
    const headers = { ...SAME_ORIGIN, cookie: mine };
    const out = await callRoute(signOutRoute, "/api/session", {}, { method: "DELETE", headers });
    expect(out.headers.get("set-cookie")).toMatch(/^sightglass_session=; .*Max-Age=0$/);
    expect([await isLetIn(mine), await isLetIn(other)]).toEqual([false, true]);
    const again = await callRoute(signOutRoute, "/api/session", {}, { method: "DELETE", headers });
    expect(again.status).toBe(200);
  });

  it("ends here, and says so, when the Redis that instances share does not answer", async () => {
    configureProduct({ ...SETTINGS, REDIS_URL: "redis://127.0.0.1:1" });
    const cookie = await cookieOf(await signIn(PASSWORD));
    expect(await isLetIn(cookie)).toBe(true);
    const headers = { ...SAME_ORIGIN, cookie };
    const out = await callRoute(signOutRoute, "/api/session", {}, { method: "DELETE", headers });
    expect(await codeOf(out)).toBe("not-signed-out");
    expect(out.status).toBe(503);
    expect(out.headers.get("set-cookie")).toMatch(/^sightglass_session=; .*Max-Age=0$/);
    expect(await isLetIn(cookie)).toBe(false);
  });

  it("ends everywhere when one signs out everywhere, which needs a session", async () => {
    const [mine, other] = [
      await cookieOf(await signIn(PASSWORD)),
      await cookieOf(await signIn(PASSWORD)),
    ];
    const everywhere = (headers: Record<string, string>) =>
      callRoute(signOutEverywhereRoute, "/api/sessions", {}, { method: "DELETE", headers });
    expect((await everywhere(SAME_ORIGIN)).status).toBe(401);
    expect(await codeOf(await everywhere({ cookie: mine }))).toBe("cross-site");
    expect(await isLetIn(other)).toBe(true);
    expect((await everywhere({ ...SAME_ORIGIN, cookie: mine })).status).toBe(200);
    expect([await isLetIn(mine), await isLetIn(other)]).toEqual([false, false]);
    // What begins in the same millisecond has ended with the others.
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect(await isLetIn(await cookieOf(await signIn(PASSWORD)))).toBe(true);
  });
});
