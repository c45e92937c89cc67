import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";
import { askRaw, type RawAnswer } from "../raw-request";
import { PRODUCT } from "../settings";

const EVERY = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-permitted-cross-domain-policies": "none",
  "origin-agent-cluster": "?1",
  "x-robots-tag": "noindex, nofollow, noarchive",
};

const JSON_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";
const FILE_POLICY = "default-src 'none'; sandbox";
const NONCE = /'nonce-([^']+)'/;

const ask = (path: string, options: Parameters<typeof askRaw>[2] = {}) =>
  askRaw(PRODUCT, path, options);

function expectEvery({ headers }: RawAnswer, label: string) {
  expect(headers, label).toMatchObject(EVERY);
  expect(headers["permissions-policy"], label).toMatch(/camera=\(\), .*microphone=\(\)/);
  for (const name of ["x-powered-by", "access-control-allow-origin", "server"]) {
    expect(headers[name], `${name} of ${label}`).toBeUndefined();
  }
  // People open this server over http: nothing may force them to https.
  expect(headers["strict-transport-security"], label).toBeUndefined();
}

/** The nonce of a page, after it was found in the header and on every script, and nowhere else. */
function nonceOf({ headers, body }: RawAnswer, label: string): string {
  const policy = headers["content-security-policy"] ?? "";
  const nonce = NONCE.exec(policy)?.[1] ?? "";
  expect(nonce, label).toMatch(/^[\w+/]{22}==$/);
  expect(headers["cache-control"], label).toMatch(/private.*no-store/);
  const scripts = body.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length, label).toBeGreaterThan(3);
  for (const script of scripts) expect(script, label).toContain(`nonce="${nonce}"`);
  expect(body, label).not.toMatch(/\sstyle="/);
  return nonce;
}

async function sampleTask(): Promise<string> {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  return taskId;
}

test("every page has its headers, and a nonce that is new each time", async () => {
  const taskId = await sampleTask();
  const nonces = new Set<string>();
  const paths = ["/", `/tasks/${taskId}`, `/compare?a=${taskId}&b=${taskId}`, "/compare", "/board"];
  for (const path of [...paths, "/nowhere", "/tasks/not-a-task", "/share/nowhere"]) {
    const answer = await ask(path);
    expectEvery(answer, path);
    nonces.add(nonceOf(answer, path));
    const head = await ask(path, { method: "HEAD" });
    expectEvery(head, `HEAD ${path}`);
    expect(head.body).toBe("");
  }
  for (let round = 0; round < 40; round++) nonces.add(nonceOf(await ask("/compare"), "again"));
  expect(nonces.size).toBe(48);
});

test("a page frames live views only where one can be held", async () => {
  const taskId = await sampleTask();
  const framesOf = async (path: string) =>
    /frame-src ([^;]+)/.exec((await ask(path)).headers["content-security-policy"] ?? "")?.[1];
  expect(await framesOf(`/tasks/${taskId}`)).toContain("https://live.browser-use.com");
  for (const path of ["/nowhere", "/t%61sks/x", "/share"])
    expect(await framesOf(path)).toBe("'none'");
});

test("I17 what a request says about policy and nonce is not believed", async () => {
  const forged = "default-src * 'unsafe-inline'; script-src 'nonce-Zm9yZ2Vk'";
  const headers = { "content-security-policy": forged, "x-nonce": "Zm9yZ2Vk" };
  for (const path of ["/", "/compare", "/nowhere"]) {
    const answer = await ask(path, { headers });
    expect(nonceOf(answer, path)).not.toBe("Zm9yZ2Vk");
    expect(answer.body + JSON.stringify(answer.headers)).not.toMatch(/Zm9yZ2Vk|unsafe-inline/);
  }
});

test("JSON is kept by nobody and runs nothing, errors and confirmations included", async () => {
  const taskId = await sampleTask();
  const etag = (await ask(`/api/tasks/${taskId}`)).headers.etag ?? "";
  const answers: [string, number, RawAnswer][] = [
    ["a task", 200, await ask(`/api/tasks/${taskId}`)],
    ["a task's head", 200, await ask(`/api/tasks/${taskId}`, { method: "HEAD" })],
    ["no news", 304, await ask(`/api/tasks/${taskId}`, { headers: { "if-none-match": etag } })],
    ["no id", 400, await ask("/api/tasks/nope")],
    ["no task", 404, await ask("/api/tasks/00000000-0000-4000-8000-000000000000")],
    ["another site", 403, await ask("/api/tasks", { headers: { "sec-fetch-site": "cross-site" } })],
    ["no live view", 409, await ask(`/api/tasks/${taskId}/live`, { method: "POST" })],
    [
      "no sign-in",
      404,
      await ask("/api/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"password":"x"}',
      }),
    ],
    ["a list", 200, await ask("/api/tasks")],
    ["a board", 200, await ask(`/api/board?ids=${taskId}`)],
  ];
  for (const [label, status, answer] of answers) {
    expect(answer.status, label).toBe(status);
    expectEvery(answer, label);
    expect(answer.headers["content-security-policy"], label).toBe(JSON_POLICY);
    expect(answer.headers["cache-control"], label).toBe("private, no-store");
    expect(answer.headers.vary, label).toContain("Cookie");
  }
});

test("pictures, files and logs run nothing, and files open nowhere", async () => {
  const taskId = await sampleTask();
  const body: unknown = JSON.parse((await ask(`/api/tasks/${taskId}`)).body);
  // The product's own answer.
  const { files } = (body as { task: { files: { id: string }[] } }).task;
  const picture = await ask(`/api/tasks/${taskId}/steps/1/screenshot?w=160`);
  expect(picture.status).toBe(200);
  expectEvery(picture, "picture");
  expect(picture.headers["content-security-policy"]).toBe(FILE_POLICY);
  expect(picture.headers["cache-control"]).toBe("private, max-age=300");
  expect(picture.headers["content-disposition"]).toBe('inline; filename="step-1.webp"');
  const known = { "if-none-match": picture.headers.etag ?? "" };
  const same = await ask(`/api/tasks/${taskId}/steps/1/screenshot?w=160`, { headers: known });
  expect(same.status).toBe(304);
  expectEvery(same, "the same picture");
  for (const path of [`files/${files[0]?.id ?? ""}`, "logs"]) {
    const file = await ask(`/api/tasks/${taskId}/${path}`);
    expect(file.status, path).toBe(200);
    expectEvery(file, path);
    expect(file.headers, path).toMatchObject({
      "content-type": "application/octet-stream",
      "content-security-policy": FILE_POLICY,
      "x-download-options": "noopen",
      "cache-control": "private, no-store",
      "accept-ranges": "none",
    });
    expect(file.headers["content-disposition"]).toMatch(/^attachment; /);
  }
});

test("the product's own files may be kept, probes, redirects and refusals may not", async () => {
  const script = /\/_next\/static\/[^"]+\.js/.exec((await ask("/")).body)?.[0] ?? "";
  const file = await ask(script);
  expect(file.status).toBe(200);
  expectEvery(file, script);
  expect(file.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  for (const path of ["/healthz", "/readyz"]) {
    const probe = await ask(path);
    expectEvery(probe, path);
    expect(probe.body).toBe("ok");
    expect(probe.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(probe.headers["cache-control"]).toBe("no-store");
  }
  const refusals: [number, RawAnswer][] = [
    [308, await ask("/board/")],
    [400, await ask("/%")],
    [405, await ask("/", { method: "TRACE" })],
    [405, await ask("/api/tasks", { method: "DELETE" })],
    [414, await ask(`/${"a".repeat(9000)}`)],
    [421, await ask("/", { headers: { host: "evil.example" } })],
  ];
  for (const [status, answer] of refusals) {
    expect(answer.status).toBe(status);
    expectEvery(answer, String(status));
    expect(answer.headers["cache-control"], String(status)).toContain("no-store");
  }
  expect(refusals[0]?.[1].headers.location).toBe("/board");
});

test("I18 I19 I20 there is no image optimizer, no source map, no name of the framework", async () => {
  for (const path of ["/_next/image?url=%2Ficon.svg&w=64&q=75", "/_next/image"]) {
    expect((await ask(path)).status, path).toBe(404);
  }
  const script = /\/_next\/static\/[^"]+\.js/.exec((await ask("/")).body)?.[0] ?? "";
  expect((await ask(`${script}.map`)).status).toBe(404);
  expect((await ask(script)).body).not.toContain("sourceMappingURL=");
});

test("no page of a running or a finished task violates its policy", async ({ page }) => {
  const done = await sampleTask();
  const { taskId: running } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  const paths = [
    "/",
    `/tasks/${running}`,
    `/tasks/${done}?step=2`,
    `/tasks/${done}?view=raw`,
    `/compare?a=${done}&b=${running}`,
    `/board?ids=${done},${running}`,
    "/nowhere",
  ];
  for (const path of paths) {
    await page.goto(path);
    await untilTakenOver(page);
  }
});
