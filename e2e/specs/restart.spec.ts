import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { startInstance } from "../own-servers";
import { EMULATOR } from "../settings";
import { PASSWORD } from "../signed-in-servers";

const OURS = { "content-type": "application/json", "sec-fetch-site": "same-origin" };

/** Asks with a session, and gives the status and what a `Set-Cookie` of the answer would send back. */
async function ask(url: string, method = "GET", body?: object, cookie = "") {
  const answer = await fetch(url, {
    method,
    headers: { ...OURS, cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const [given = ""] = answer.headers.getSetCookie();
  const text = await answer.text();
  return { status: answer.status, cookie: given.split(";")[0] ?? "", text };
}

test("share links, sessions and what was signed out outlive a kill, without Redis and without a secret of the settings", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sightglass-restart-"));
  const settings = { ACCESS_PASSWORD: PASSWORD, DATA_DIR: folder };
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const signIn = async (product: string) =>
    (await ask(`${product}/api/session`, "POST", { password: PASSWORD })).cookie;
  const statusWith = async (product: string, cookie: string) =>
    (await ask(`${product}/api/tasks/${taskId}`, "GET", undefined, cookie)).status;
  const restarted = async (instance: Awaited<ReturnType<typeof startInstance>>) => {
    instance.process.kill("SIGKILL");
    await once(instance.process, "exit");
    return startInstance(EMULATOR, settings);
  };

  let instance = await startInstance(EMULATOR, settings);
  try {
    const [mine, other] = [await signIn(instance.product), await signIn(instance.product)];
    const links = `${instance.product}/api/tasks/${taskId}/share-links`;
    const wish = { scopes: ["steps"], lifetime: "1h" };
    const made = await ask(links, "POST", wish, mine);
    expect(made.status).toBe(201);
    const { path } = JSON.parse(made.text) as { path: string };
    expect(JSON.parse((await ask(links, "GET", undefined, mine)).text)).toMatchObject({
      durability: "kept",
    });
    await ask(`${instance.product}/api/session`, "DELETE", undefined, other);

    instance = await restarted(instance);
    expect(await statusWith(instance.product, mine)).toBe(200);
    expect(await statusWith(instance.product, other)).toBe(401);
    const token = path.replace("/share#", "");
    const opened = await ask(`${instance.product}/api/share`, "POST", { token });
    expect(opened.status).toBe(200);

    await ask(`${instance.product}/api/sessions`, "DELETE", undefined, mine);
    instance = await restarted(instance);
    expect(await statusWith(instance.product, mine)).toBe(401);
  } finally {
    await instance.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
