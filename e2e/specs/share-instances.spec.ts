import { createHash, createHmac, hkdfSync } from "node:crypto";
import { hasRedis, startOwnRedis } from "../../scripts/own-redis.mjs";
import { startInstance, startOwnServers } from "../own-servers";
import { expect, test } from "../fixtures";

const SECRET = "a secret of this spec that is long enough to be one";
const NEW_SECRET = "another secret of this spec that is long enough";

type Made = { link: { id: string }; path: string };

async function call<Answer>(url: string, method: string, body?: object): Promise<Answer> {
  const response = await fetch(url, {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  // Our own API.
  return (response.status === 204 ? null : await response.json()) as Answer;
}

/** Opens a link at an instance, and gives what asks there with its cookie. */
async function openAt(product: string, { link, path }: Made) {
  const response = await fetch(`${product}/api/share`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: path.split("#")[1] }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return {
    status: response.status,
    ask: async (sub = "") =>
      (await fetch(`${product}/api/share/${link.id}${sub}`, { headers: { cookie } })).status,
  };
}

/** A token that expired, signed with the secret of the servers. */
function expiredToken(taskId: string): string {
  const key = Buffer.from(hkdfSync("sha256", SECRET, "sightglass", "sightglass/share/v1", 32));
  const kid = createHash("sha256").update(key).digest("base64url").slice(0, 8);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(Date.now() / 1000) - 120;
  const claims = { v: 1, aud: "share", jti: "A".repeat(22), task: taskId, scope: "status", exp };
  const text = `${part({ alg: "HS256", kid })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

test("C04 C05 two instances with one Redis honour a revocation within ten seconds, and links outlive restart and rotation", async ({
  page,
}) => {
  test.skip(!hasRedis, "There is no redis-server here.");
  test.setTimeout(180_000);
  const redis = await startOwnRedis();
  const settings = { REDIS_URL: redis.url, SESSION_SECRET: SECRET, POLL_INTERVAL_MS: "250" };
  const a = await startOwnServers(settings);
  const b = await startInstance(a.emulator, settings);
  const stops = [a.stop, b.stop];
  const startedAnew = async (secrets: string) => {
    const instance = await startInstance(a.emulator, { ...settings, SESSION_SECRET: secrets });
    stops.push(instance.stop);
    return instance.product;
  };
  try {
    const { taskId } = await call<{ taskId: string }>(`${a.emulator}/__emulator/tasks`, "POST", {
      scenario: "success-6",
      contract: "current",
    });
    const links = `${a.product}/api/tasks/${taskId}/share-links`;
    const wish = { scopes: ["steps", "screenshots"], lifetime: "1h" };
    const made = await call<Made>(links, "POST", wish);
    const kept = await call<Made>(links, "POST", wish);
    const viewer = await openAt(b.product, made);
    expect(viewer.status).toBe(200);
    expect([await viewer.ask(), await viewer.ask("/steps/1/screenshot?w=160")]).toEqual([200, 200]);
    const listed = await call<{ durability: string }>(
      `${b.product}/api/tasks/${taskId}/share-links`,
      "GET",
    );
    expect(listed).toMatchObject({ durability: "kept", links: [{}, {}] });

    await call(`${links}/${made.link.id}`, "DELETE");
    const from = Date.now();
    const isGone = expect.poll(() => viewer.ask(), { timeout: 10_000, intervals: [200] }).toBe(404);
    // Meanwhile others are started anew, with another secret before the old one, and in its place.
    const [c, d] = await Promise.all([
      startedAnew(`${NEW_SECRET}, ${SECRET}`),
      startedAnew(NEW_SECRET),
      isGone.then(() => {
        expect(Date.now() - from).toBeLessThan(10_000);
      }),
    ]);
    expect(await viewer.ask("/steps/1/screenshot?w=160")).toBe(404);
    expect((await openAt(a.product, made)).status).toBe(404);
    expect((await openAt(c, kept)).status).toBe(200);
    expect((await openAt(c, made)).status).toBe(404);
    expect((await openAt(d, kept)).status).toBe(404);

    // A link that has expired, in a browser.
    await page.goto(`${a.product}/share#${expiredToken(taskId)}`);
    await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();

    // Without Redis nobody can tell, so that nothing is shown.
    const open = await openAt(a.product, kept);
    expect(await open.ask()).toBe(200);
    await redis.stop();
    await expect.poll(() => open.ask(), { timeout: 20_000 }).toBe(503);
  } finally {
    await Promise.all(stops.map((stop) => stop()));
  }
});
