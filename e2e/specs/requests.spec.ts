import { request as httpRequest } from "node:http";
import { expect, test } from "../fixtures";
import { askRaw } from "../raw-request";
import { startSignedInServers, type SignedInServers } from "../signed-in-servers";

let servers: SignedInServers;
let taskId: string;
test.beforeAll(async () => {
  servers = await startSignedInServers();
  taskId = await servers.createTask("success-6");
});
test.afterAll(() => servers.stop());

const ask = (path: string, options: Parameters<typeof askRaw>[2] = {}) =>
  askRaw(servers.product, path, options);

test("A01 A03 A04 what is no task id is refused before the upstream is asked", async ({
  context,
}) => {
  const headers = await servers.sessionOf(context);
  await fetch(`${servers.emulator}/__emulator/requests`, { method: "DELETE" });
  for (const id of [
    "not-a-uuid",
    "..%2f..%2fbilling%2faccount",
    "%2e%2e",
    "%252e%252e%252f",
    "%0d%0aX:y",
    "%00",
    "%GG",
    "%",
  ]) {
    const answer = await ask(`/api/tasks/${id}`, { headers });
    // Two dots lead a level up, which is no id either: the list's address, or the start page.
    const refused = id === "%2e%2e" ? [200, 308] : [400, 404];
    expect(refused, id).toContain(answer.status);
    expect(refused, id).toContain((await ask(`/tasks/${id}`, { headers })).status);
  }
  expect((await ask(`/api/tasks/${"a".repeat(9000)}`, { headers })).status).toBe(414);
  expect((await ask(`/api/tasks/${"a".repeat(20_000)}`, { headers })).status).toBe(431);
  expect(
    (await ask("/api/tasks", { headers: { ...headers, "x-long": "a".repeat(20_000) } })).status,
  ).toBe(431);
  const asked: unknown = await (
    await fetch(`${servers.emulator}/__emulator/requests?path=/api/v2`)
  ).json();
  expect(asked).toEqual([]);
});

test("A02 an id in upper case is the same task", async ({ context }) => {
  await servers.signIn(context);
  const answer = await context.request.get(`${servers.product}/api/tasks/${taskId.toUpperCase()}`);
  expect(await answer.json()).toMatchObject({ task: { id: taskId } });
});

test("A05 A11 a broken address is 400, and a method that is not answered 405", async () => {
  for (const path of [
    "/%",
    "/tasks/%",
    "/tasks/%GG",
    "/api/tasks/%E0%A4%A",
    "//evil.example/%2e%2e",
    "/\\evil.example",
  ]) {
    expect((await ask(path)).status, path).toBe(400);
  }
  for (const path of [
    "/",
    `/tasks/${taskId}`,
    "/api/tasks",
    `/api/tasks/${taskId}/live`,
    "/healthz",
    "/icon.svg",
  ]) {
    for (const method of ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE"]) {
      expect((await ask(path, { method })).status, `${method} ${path}`).toBe(405);
    }
  }
  const head = await ask("/api/tasks", { method: "HEAD" });
  expect([head.status, head.body]).toEqual([401, ""]);
});

test("A09 an action of the framework is refused at once, and tells nothing", async () => {
  for (const path of ["/", `/tasks/${taskId}`, "/sign-in", "/api/session"]) {
    const begun = performance.now();
    const headers = { "next-action": "deadbeef", "content-type": "text/plain" };
    const answer = await ask(path, { method: "POST", headers, body: "[]" });
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.body).not.toMatch(/\bat .*\.js|Error:/);
    // The machine of the tests is busy; that nothing is looked up is the point.
    expect(performance.now() - begun).toBeLessThan(500);
  }
});

test("A10 an id that is unknown and one that is forbidden are answered alike, as fast", async () => {
  const ids = [taskId, "00000000-0000-4000-8000-000000000000"];
  const times = ids.map(() => [] as number[]);
  const bodies = new Set<string>();
  for (let round = 0; round < 60; round++) {
    for (const [at, id] of ids.entries()) {
      const begun = performance.now();
      const { body, status } = await ask(`/api/tasks/${id}`);
      times[at]?.push(performance.now() - begun);
      bodies.add(`${String(status)} ${body.replace(/"requestId":"[^"]+"/, "")}`);
    }
  }
  expect(bodies.size).toBe(1);
  const [known = 0, unknown = 0] = times.map((all) => all.sort((a, b) => a - b)[30] ?? 0);
  expect(Math.abs(known - unknown)).toBeLessThan(20);
});

test("B09 a question changes nothing", async ({ context }) => {
  await servers.signIn(context);
  const ofTask = ["live", "seen"].map((name) => `/api/tasks/${taskId}/${name}`);
  for (const path of [...ofTask, "/api/session", "/api/sessions"]) {
    expect((await context.request.get(`${servers.product}${path}`)).status(), path).toBe(405);
  }
  expect((await context.request.get(`${servers.product}/api/tasks`)).status()).toBe(200);
});

test("B08 an action with a session comes from a page of ours or is refused", async ({
  context,
}) => {
  const session = await servers.sessionOf(context);
  const { host } = new URL(servers.product);
  const json = { "content-type": "application/json" };
  const act = async (headers: Record<string, string>) =>
    (
      await ask(`/api/tasks/${taskId}/live`, {
        method: "POST",
        headers: { ...session, ...headers },
        body: "{}",
      })
    ).status;
  for (const headers of [
    { origin: "https://evil.example", ...json },
    { origin: "null", ...json },
    { "sec-fetch-site": "cross-site", ...json },
    { "sec-fetch-site": "same-site", ...json },
    { "sec-fetch-site": "none", ...json },
    json,
    { "sec-fetch-site": "same-origin", "content-type": "text/plain" },
    { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
  ]) {
    expect(await act(headers), JSON.stringify(headers)).toBe(403);
  }
  for (const headers of [
    { "sec-fetch-site": "same-origin", ...json },
    { "sec-fetch-site": "same-origin", "content-type": "application/json; charset=x" },
    { origin: `http://${host}`, ...json },
  ]) {
    expect(await act(headers), JSON.stringify(headers)).toBe(409);
  }
});

test("B14 a body of thirty megabytes is refused before it is read", async () => {
  const { hostname, port } = new URL(servers.product);
  const status = await new Promise<number>((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": String(30 * 1024 * 1024),
    };
    const request = httpRequest(
      { hostname, port, path: "/api/session", method: "POST", headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on("error", reject);
    // A kilobyte of the thirty thousand, and then nothing more.
    request.write("x".repeat(1024));
  });
  expect(status).toBe(413);
  const chunked = await ask("/api/session", {
    method: "POST",
    headers: { "transfer-encoding": "chunked" },
    body: "{}",
  });
  expect(chunked.status).toBe(411);
});

test("B10 the sign-in page leads nowhere else", async ({ context }) => {
  await servers.signIn(context);
  for (const query of [
    "next=//evil.example",
    "task=//evil.example",
    `task=${taskId}//evil.example`,
    "to=//evil.example",
    "to=board&ids=//evil.example",
    "task=%2f%2fevil.example",
    "returnTo=https:%2f%2fevil.example",
  ]) {
    const answer = await context.request.get(`${servers.product}/sign-in?${query}`, {
      maxRedirects: 0,
    });
    expect(answer.status(), query).toBe(307);
    expect(answer.headers().location, query).toMatch(/^\/(?:board)?$/);
  }
});
