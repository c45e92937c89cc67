import { describe, expect, it, vi } from "vitest";
import { DELETE as deleteLink } from "@/app/api/tasks/[taskId]/share-links/[shareId]/route";
import { GET as getLinks, POST as postLink } from "@/app/api/tasks/[taskId]/share-links/route";
import { field } from "@/e2e/emulator/test-emulator";
import { SHARE_SCOPES } from "@/lib/domain/sharing/grant";
import { getApp } from "@/lib/server/app/get-app";
import { faultBench } from "@/test/faults/faults";
import { callRoute } from "@/test/product";
import {
  as,
  codeOf,
  DEFAULT,
  exchange,
  HOST,
  holder,
  JSON_BODY,
  make,
  NOT_FOUND,
} from "@/test/link-holder";

const bench = faultBench();

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

  it("says so when the list cannot be reached, and calls that no error of its own", async () => {
    const taskId = await bench.newTask("success-6", "current");
    bench.restart({ REDIS_URL: "redis://127.0.0.1:1", SESSION_SECRET: "s".repeat(32) });
    const made = await make(taskId);
    const list = await callRoute(getLinks, "/x", { taskId });
    const shareId = "a".repeat(22);
    const init = { method: "DELETE" };
    const gone = await callRoute(deleteLink, "/x", { taskId, shareId }, init);
    expect(field(made.answer, "code")).toBe("share-list-unavailable");
    expect([made.status, list.status, gone.status]).toEqual([503, 503, 503]);
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
    const held = viewer.read(`?since=${String(field(body, "revision"))}&wait=25`);
    await vi.waitUntil(() => getApp().watch.size === 1, { interval: 5 });
    const { shareId } = viewer;
    await callRoute(deleteLink, "/x", { taskId, shareId }, { method: "DELETE" });
    expect(await codeOf(await held)).toEqual(NOT_FOUND);
  });
});
