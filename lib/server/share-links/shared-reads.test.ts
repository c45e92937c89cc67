import { describe, expect, it, vi } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { SHARE_SCOPES } from "@/lib/domain/sharing/grant";
import { faultBench, INTERVAL_MS, LONGEST_SHARED_HOLD_MS } from "@/test/faults/faults";
import { as, codeOf, exchange, holder, make } from "@/test/link-holder";

const bench = faultBench();

describe.each(["documented", "current"])(
  "what a share link shows over the %s contract",
  (contract) => {
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
      const started = performance.now();
      const answers = await Promise.all(viewers.map((viewer) => viewer.read()));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      // A busy machine answers fifty in more than one interval, and one call may have been under way at the beginning.
      const intervals = Math.ceil((performance.now() - started) / INTERVAL_MS);
      expect(await bench.taskCalls(taskId)).toBeLessThanOrEqual(intervals + 1);
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
      const held = viewer.read(`?since=${revision}&wait=25`);
      await bench.patch(taskId, { metadata: { team: "other" }, llm: "other" });
      const answer: unknown = await (await held).json();
      expect(Date.now() - from).toBeGreaterThan(LONGEST_SHARED_HOLD_MS - 100);
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
  },
);

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return Object.entries(value).flatMap(([key, part]) => [key, ...keysOf(part)]);
}
