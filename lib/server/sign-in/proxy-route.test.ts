import { beforeEach, expect, it } from "vitest";
import { POST as signInRoute } from "@/app/api/session/route";
import { GET as tasksRoute } from "@/app/api/tasks/route";
import { callRoute, configureProduct } from "@/test/product";

const SECRET = "a-secret-of-a-proxy-of-more-than-32-characters";
const viaProxy = (headers: Record<string, string>) =>
  callRoute(tasksRoute, "/api/tasks", {}, { headers });

beforeEach(() => {
  configureProduct({
    BROWSER_USE_API_KEY: "bu_canary_77aa",
    // Nobody answers there: no test here gets so far.
    BROWSER_USE_BASE_URL: "http://127.0.0.1:1/api/v2",
    SESSION_SECRET: "a secret of more than thirty-two characters",
    TRUSTED_PROXY: "X-Forwarded-User",
    TRUSTED_PROXY_SECRET: SECRET,
  });
});

it("a proxy that signs people in is believed with its secret, and nobody without", async () => {
  const ada = { "x-forwarded-user": "ada" };
  expect((await viaProxy(ada)).status).toBe(401);
  expect((await viaProxy({ ...ada, "x-sightglass-proxy-secret": "x" })).status).toBe(401);
  expect((await viaProxy({ ...ada, "x-sightglass-proxy-secret": SECRET })).status).not.toBe(401);
  const signIn = await callRoute(
    signInRoute,
    "/api/session",
    {},
    {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", "content-type": "application/json" },
      body: JSON.stringify({ password: "correct horse battery" }),
    },
  );
  expect(signIn.status).toBe(404);
});
