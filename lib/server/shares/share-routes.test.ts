import { describe, expect, it, vi } from "vitest";
import { GET as getFile } from "@/app/api/share/[shareId]/files/[fileId]/route";
import { GET as getTexts } from "@/app/api/share/[shareId]/output/route";
import { GET as getShared } from "@/app/api/share/[shareId]/route";
import { GET as getStep } from "@/app/api/share/[shareId]/steps/[step]/route";
import { GET as getScreenshot } from "@/app/api/share/[shareId]/steps/[step]/screenshot/route";
import { POST as openShare } from "@/app/api/share/route";
import { DELETE as deleteLink } from "@/app/api/tasks/[taskId]/share-links/[shareId]/route";
import { GET as getLinks, POST as postLink } from "@/app/api/tasks/[taskId]/share-links/route";
import { field } from "@/e2e/emulator/test-emulator";
import { SHARE_SCOPES, type ShareScope } from "@/lib/domain/grant";
import { faultBench } from "@/lib/server/faults/test-faults";
import { callRoute } from "@/lib/server/http/test-product";

const bench = faultBench();
const JSON_BODY = { "content-type": "application/json" };
const HOST = { host: "127.0.0.1:3000" };
const DEFAULT: readonly ShareScope[] = ["steps", "screenshots"];

async function make(taskId: string, scopes: readonly ShareScope[] = DEFAULT, more: object = {}) {
  const body = JSON.stringify({ scopes, lifetime: "1h", ...more });
  const init = { method: "POST", body, headers: JSON_BODY };
  const response = await callRoute(postLink, "/x", { taskId }, init);
  const answer: unknown = await response.json();
  const token = String(field(answer, "path")).replace("/share#", "");
  return { status: response.status, answer, token, shareId: String(field(answer, "link", "id")) };
}

function exchange(token: unknown, headers: Record<string, string> = HOST) {
  const body = JSON.stringify({ token });
  const init = { method: "POST", body, headers: { ...JSON_BODY, ...headers } };
  return callRoute(openShare, "/api/share", {}, init);
}

/** Makes a link and opens it: what somebody with the link can ask. */
async function holder(taskId: string, scopes: readonly ShareScope[] = DEFAULT) {
  const { shareId, token } = await make(taskId, scopes);
  const [cookie = ""] = (await exchange(token)).headers.getSetCookie();
  return as(shareId, cookie.split(";")[0] ?? "");
}

function as(shareId: string, cookie: string) {
  const init = (headers: Record<string, string>, signal: AbortSignal | null = null) => ({
    headers: { ...HOST, cookie, ...headers },
    signal,
  });
  return {
    shareId,
    cookie,
    read: (query = "", headers = {}) =>
      callRoute(getShared, `/api/share/${shareId}${query}`, { shareId }, init(headers)),
    step: (step: string) => callRoute(getStep, "/x", { shareId, step }, init({})),
    texts: () => callRoute(getTexts, "/x", { shareId }, init({})),
    screenshot: (step: string, headers = {}) =>
      callRoute(getScreenshot, "/x?w=160", { shareId, step }, init(headers)),
    file: (fileId: string, headers = {}) =>
      callRoute(getFile, "/x", { shareId, fileId }, init(headers)),
  };
}

async function codeOf(response: Response): Promise<unknown> {
  return [response.status, field(await response.json(), "code")];
}

const NOT_FOUND = [404, "share-not-found"];

describe("making share links", () => {
  it("tells the token once, and lists links without it", async () => {
    const taskId = await bench.newTask("success-6", "current");
    const { status, answer, token, shareId } = await make(taskId, DEFAULT, { step: 4 });
    expect(status).toBe(201);
    expect(answer).toMatchObject({
      link: { scopes: ["status", "steps", "screenshots"], step: 4, who: null },
      path: `/share#${token}`,
    });
    const list = await callRoute(getLinks, "/x", { taskId });
    const text = await list.text();
    expect(JSON.parse(text)).toMatchObject({ links: [{ id: shareId }], durability: "list" });
    expect(text).not.toContain(token);
    expect(text).not.toContain(token.split(".")[2]);
  });

  it("refuses what is not offered, and tasks that are not there", async () => {
    const taskId = await bench.newTask("success-6", "current");
    for (const more of [
      { scopes: ["live"] },
      { scopes: ["screenshots"] },
      { scopes: "steps" },
      { lifetime: "1y" },
      { step: 1.5 },
      { step: -1 },
      { taskId: "x" },
    ]) {
      expect((await make(taskId, DEFAULT, more)).status, JSON.stringify(more)).toBe(400);
    }
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect((await make(nobody)).status).toBe(404);
    const body = JSON.stringify({ scopes: ["x".repeat(10_000)], lifetime: "1h" });
    const large = { method: "POST", body, headers: JSON_BODY };
    expect((await callRoute(postLink, "/x", { taskId }, large)).status).toBe(400);
  });

  it("refuses other sites, and bodies that a form could send", async () => {
    const taskId = await bench.newTask("success-6", "current");
    const body = JSON.stringify({ scopes: [], lifetime: "1h" });
    for (const headers of [
      { ...JSON_BODY, "sec-fetch-site": "cross-site" },
      { "content-type": "text/plain" },
      { ...JSON_BODY, ...HOST, origin: "https://evil.example" },
    ]) {
      const response = await callRoute(
        postLink,
        "/x",
        { taskId },
        { method: "POST", body, headers },
      );
      expect(response.status).toBe(403);
    }
  });
});

describe.each(["documented", "current"])("share links over the %s contract", (contract) => {
  it("open by exchange of the token for a cookie of their own", async () => {
    const taskId = await bench.newTask("success-6", contract);
    const { token, shareId } = await make(taskId, DEFAULT, { step: 3 });
    const opened = await exchange(token);
    expect(await opened.json()).toEqual({ shareId, step: 3 });
    const [cookie = ""] = opened.headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^sightglass_share_${shareId}=`));
    expect(cookie).toContain("HttpOnly");
    const away = await exchange(token, { host: "sightglass.example" });
    expect(away.headers.getSetCookie()[0]).toMatch(/^__Host-.*; Secure$/);
    expect(opened.headers.get("cache-control")).toBe("private, no-store");
  });

  it("C03 give the same answer to every token and cookie that is not good", async () => {
    const taskId = await bench.newTask("success-6", contract);
    const { token } = await make(taskId);
    for (const bad of [`${token}x`, token.slice(1), "", "a.b.c", 7, null]) {
      expect(await codeOf(await exchange(bad))).toEqual(NOT_FOUND);
    }
    const other = await holder(taskId);
    const own = await holder(taskId);
    const swapped = other.cookie.replace(other.shareId, own.shareId);
    for (const cookie of [
      "",
      other.cookie,
      swapped,
      `${own.cookie}x`,
      own.cookie.replace(/=.*/, "=x"),
    ]) {
      expect(await codeOf(await as(own.shareId, cookie).read())).toEqual(NOT_FOUND);
    }
    expect(await codeOf(await as("..%2f..", own.cookie).read())).toEqual(NOT_FOUND);
    expect((await own.read()).status).toBe(200);
  });

  it("C02 show nothing once they have expired", async () => {
    bench.freezeClock();
    const taskId = await bench.newTask("success-6", contract);
    const { token } = await make(taskId);
    const viewer = await holder(taskId);
    expect((await viewer.read()).status).toBe(200);
    bench.advance(3_600_000 + 61_000);
    for (const answer of [
      await viewer.read(),
      await viewer.screenshot("1"),
      await viewer.step("1"),
      await exchange(token),
    ]) {
      expect(await codeOf(answer)).toEqual(NOT_FOUND);
    }
    const list = await callRoute(getLinks, "/x", { taskId });
    expect(await list.json()).toMatchObject({ links: [] });
    vi.useRealTimers();
  });

  it("C04 are refused everywhere with the first request after they were revoked", async () => {
    const taskId = await bench.newTask("success-6", contract);
    const viewer = await holder(taskId, SHARE_SCOPES);
    const seen = await viewer.screenshot("1");
    const etag = seen.headers.get("etag") ?? "";
    expect(seen.headers.get("cache-control")).toBe("private, no-cache");
    expect((await viewer.screenshot("1", { "if-none-match": etag })).status).toBe(304);
    const first: unknown = await (await viewer.read()).json();
    const fileId = String(field(first, "head", "files", 0, "id"));
    expect((await viewer.file(fileId)).status).toBe(200);

    const { shareId } = viewer;
    const other = await bench.newTask("success-6", contract);
    const revoke = (ofTask: string) =>
      callRoute(deleteLink, "/x", { taskId: ofTask, shareId }, { method: "DELETE" });
    expect((await revoke(other)).status).toBe(404);
    expect((await revoke(taskId)).status).toBe(204);
    expect((await revoke(taskId)).status).toBe(404);
    for (const answer of [
      await viewer.read(),
      await viewer.screenshot("1"),
      await viewer.screenshot("1", { "if-none-match": etag }),
      await viewer.step("1"),
      await viewer.texts(),
      await viewer.file(fileId),
    ]) {
      expect(await codeOf(answer)).toEqual(NOT_FOUND);
    }
  });

  it("C04 end an answer that is held, when they are revoked meanwhile", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 3 });
    await bench.control("POST", `/tasks/${taskId}/clock`, { paused: true });
    const viewer = await holder(taskId);
    const body: unknown = await (await viewer.read()).json();
    const from = Date.now();
    const held = viewer.read(`?since=${String(field(body, "revision"))}&wait=25`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { shareId } = viewer;
    await callRoute(deleteLink, "/x", { taskId, shareId }, { method: "DELETE" });
    expect(await codeOf(await held)).toEqual(NOT_FOUND);
    expect(Date.now() - from).toBeLessThan(7000);
  });

  it("C06 open nothing that their scopes do not name", async () => {
    const taskId = await bench.newTask("success-6", contract);
    const whole = await holder(taskId, SHARE_SCOPES);
    const fileId = String(field(await (await whole.read()).json(), "head", "files", 0, "id"));
    const viewer = await holder(taskId, []);
    expect((await viewer.read()).status).toBe(200);
    for (const answer of [
      await viewer.step("1"),
      await viewer.screenshot("1"),
      await viewer.texts(),
      await viewer.file(fileId),
    ]) {
      expect(await codeOf(answer)).toEqual([404, "not-found"]);
    }
    const prompt = await holder(taskId, ["prompt"]);
    expect(Object.keys((await (await prompt.texts()).json()) as object)).toEqual(["prompt"]);
    const output = await holder(taskId, ["output"]);
    const texts = (await (await output.texts()).json()) as object;
    expect(Object.keys(texts).sort()).toEqual(["judgement", "output"]);
  });

  it("C07 say no word beyond their scopes", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 4 });
    const status = await (await (await holder(taskId, [])).read()).text();
    expect(keysOf(JSON.parse(status)).sort()).toEqual(
      [
        ...["revision", "fetchedAt", "stale", "head", "id", "status", "rawStatus"],
        ...["createdAt", "startedAt", "finishedAt", "verdict", "agent", "judge", "judgement"],
        "stepCount",
      ].sort(),
    );
    const all = await (await (await holder(taskId, SHARE_SCOPES)).read()).text();
    const never = ["metadata", "cost", "model", "uploads", "sessionStatus", "hasLive", "liveUrl"];
    for (const key of never) expect(keysOf(JSON.parse(all)), key).not.toContain(key);
    for (const text of [status, all]) {
      expect(text).not.toMatch(/X-Amz-|Signature=|live\.browser-use\.com|\/live\//);
    }
    expect(all).toContain('"nextGoal"');
  });

  it("C09 cost one upstream call per interval for fifty who look, as for one", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 4 });
    const links = await Promise.all([0, 1, 2, 3, 4].map(() => make(taskId)));
    const viewers = await Promise.all(
      Array.from({ length: 50 }, async (_, at) => {
        const { shareId = "", token = "" } = links[at % links.length] ?? {};
        const [cookie = ""] = (await exchange(token)).headers.getSetCookie();
        return as(shareId, cookie.split(";")[0] ?? "");
      }),
    );
    await bench.control("DELETE", "/requests");
    const answers = await Promise.all(viewers.map((viewer) => viewer.read()));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await bench.taskCalls(taskId)).toBeLessThanOrEqual(1);
  });

  it("answer what changed, and nothing twice", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 4 });
    await bench.control("POST", `/tasks/${taskId}/clock`, { paused: true });
    const viewer = await holder(taskId);
    const first = await viewer.read();
    const etag = first.headers.get("etag") ?? "";
    const revision = String(field(await first.json(), "revision"));
    expect(etag).toBe(`"${revision}"`);
    expect((await viewer.read("", { "if-none-match": etag })).status).toBe(304);
    await bench.control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 40 });
    await vi.waitFor(async () => {
      const delta: unknown = await (await viewer.read(`?since=${revision}`)).json();
      expect(delta).toMatchObject({ delta: true });
      expect(keysOf(field(delta, "steps"))).toContain("nextGoal");
      expect(keysOf(delta)).not.toContain("task");
    }, 10_000);
  });

  it("hold an answer through news that they do not show", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 4 });
    await bench.control("POST", `/tasks/${taskId}/clock`, { paused: true });
    const viewer = await holder(taskId, ["prompt"]);
    const revision = String(field(await (await viewer.read()).json(), "revision"));
    const from = Date.now();
    const held = viewer.read(`?since=${revision}&wait=2`);
    await bench.patch(taskId, { metadata: { team: "other" }, llm: "other" });
    const answer: unknown = await (await held).json();
    expect(Date.now() - from).toBeGreaterThan(1900);
    expect(answer).toMatchObject({ delta: true, revision });
    expect(Object.keys(answer as object).sort()).toEqual(["delta", "fetchedAt", "revision"]);
  });

  it("keep what is wrong with the account to themselves", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 3 });
    const viewer = await holder(taskId);
    await bench.breakPath(`/tasks/${taskId}`, { kind: "status", status: 401 });
    await vi.waitFor(async () => {
      expect(await codeOf(await viewer.read())).toEqual([502, "upstream-unavailable"]);
    }, 10_000);
    expect(await codeOf(await viewer.step("1"))).toEqual([502, "upstream-unavailable"]);
  });

  it("lead back from a file that is gone to the shared page", async () => {
    const taskId = await bench.newTask("success-6", contract);
    const viewer = await holder(taskId, ["files"]);
    const answer = await viewer.file(taskId, { accept: "text/html" });
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain(`href="/share/${viewer.shareId}"`);
    expect(page).not.toContain("/tasks/");
  });
});

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return Object.entries(value).flatMap(([key, part]) => [key, ...keysOf(part)]);
}
