import { describe, expect, it } from "vitest";
import { GET as getHealth } from "@/app/healthz/route";
import { GET as getReady } from "@/app/readyz/route";
import { GET as getTasks } from "@/app/api/tasks/route";
import { createEmulator } from "@/e2e/emulator/server";
import { ask } from "@/e2e/emulator/test-emulator";
import { decideReadiness } from "./readiness";
import { processLink } from "@/server/process-link.mjs";
import { callRoute, configureProduct } from "@/test/product";

const KEY = "bu_key_of_a_test";

const told = async () => {
  const answers = [await getReady(), getHealth()];
  return Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
};

describe("readiness", () => {
  const well = {
    isStopping: false,
    hasBadSettings: false,
    isKeyRefused: false,
    isRedisMissing: false,
  };

  it.each([
    [{}, null],
    [{ isStopping: true }, "stopping"],
    [{ hasBadSettings: true }, "bad settings"],
    [{ isKeyRefused: true }, "key refused"],
    [{ isRedisMissing: true }, "no redis"],
    [{ isKeyRefused: true, isRedisMissing: true }, "key refused"],
    [{ isStopping: true, hasBadSettings: true, isRedisMissing: true }, "stopping"],
  ])("with %j is refused for: %s", (facts, reason) => {
    const expected = reason === null ? { ready: true } : { ready: false, reason };
    expect(decideReadiness({ ...well, ...facts })).toEqual(expected);
  });

  it("is told by /readyz, while /healthz only says that the process lives", async () => {
    configureProduct({ BROWSER_USE_API_KEY: KEY, REDIS_URL: "redis://127.0.0.1:1" });
    expect(await told()).toEqual([
      [200, "ok"],
      [200, "ok"],
    ]);
    processLink().stopping.abort();
    expect(await told()).toEqual([
      [503, "stopping"],
      [200, "ok"],
    ]);
    configureProduct({ BROWSER_USE_API_KEY: "" });
    expect(await told()).toEqual([
      [503, "bad settings"],
      [200, "ok"],
    ]);
  });

  it("needs a Redis where the settings say so", async () => {
    const redis = { REDIS_URL: "redis://127.0.0.1:1", REDIS_REQUIRED: "1" };
    configureProduct({ BROWSER_USE_API_KEY: KEY, ...redis });
    expect(await told()).toEqual([
      [503, "no redis"],
      [200, "ok"],
    ]);
    processLink().app?.close();
  });

  it("ends with an answer 401, and comes back with the first good one", async () => {
    const emulator = await createEmulator({ key: KEY });
    const faults = (method: string, body?: object) =>
      ask(`${emulator.origin}/__emulator/faults`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    configureProduct({ BROWSER_USE_API_KEY: KEY, BROWSER_USE_BASE_URL: emulator.baseUrl });
    const list = (page: number) =>
      callRoute(getTasks, `/api/tasks?page=${String(page)}`, {}).then(({ status }) => status);
    await faults("POST", { path: "/tasks", fault: { kind: "status", status: 403 } });
    await list(1);
    expect((await told())[0]).toEqual([200, "ok"]);
    await faults("DELETE");
    await faults("POST", { path: "/tasks", fault: { kind: "status", status: 401 } });
    await list(2);
    expect(await told()).toEqual([
      [503, "key refused"],
      [200, "ok"],
    ]);
    await faults("DELETE");
    expect(await list(3)).toBe(200);
    expect((await told())[0]).toEqual([200, "ok"]);
    await emulator.close();
  });
});
