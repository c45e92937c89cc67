import { describe, expect, it } from "vitest";
import { GET as getHealth } from "@/app/healthz/route";
import { GET as getReady } from "@/app/readyz/route";
import { decideReadiness } from "./readiness";
import { processLink } from "@/server/process-link.mjs";
import { configureProduct } from "@/test/product";

describe("readiness", () => {
  it("is decided by whether the process stops, then by its settings", () => {
    const decide = (isStopping: boolean, hasBadSettings: boolean) =>
      decideReadiness({ isStopping, hasBadSettings });
    expect(decide(false, false)).toEqual({ ready: true });
    expect(decide(true, true)).toEqual({ ready: false, reason: "stopping" });
    expect(decide(false, true)).toEqual({ ready: false, reason: "bad settings" });
  });

  it("is told by /readyz, while /healthz only says that the process lives", async () => {
    const told = async () => {
      const answers = [getReady(), getHealth()];
      return Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
    };
    configureProduct({ BROWSER_USE_API_KEY: "bu_key_of_a_test", REDIS_URL: "redis://127.0.0.1:1" });
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
});
