import { describe, expect, it } from "vitest";
import type { TaskSession } from "@/lib/contract/task-session";
import { codeOf, gatewayBench } from "@/test/upstream/gateway";
import { sendJson } from "@/test/upstream/server";
import { currentSession, currentTask, FILE_ID, SESSION_ID, TASK_ID } from "@/test/upstream/task";

const bench = gatewayBench();
const TASK = { id: TASK_ID, contract: "current", sessionId: SESSION_ID } as const;
const VIDEO = "https://bucket.example/sessions/1/recording.mp4?sig=1";

const answer = (body: unknown, status = 200) => {
  bench.server.answer = (_, response) => {
    sendJson(response, body, status);
  };
};
const read = (session: Record<string, unknown>): Promise<TaskSession> => {
  answer(currentSession(session));
  return bench.gateway.getSession(TASK);
};
const ended = { status: "stopped", liveUrl: null, finishedAt: "2026-01-02T03:04:50" };

describe("the session of a task of v2", () => {
  it("is told with all that the service tells of it, and none of its addresses that are not for pages", async () => {
    const sibling = (id: string, createdAt: string) => ({
      ...currentTask({ steps: [] }),
      id,
      createdAt,
    });
    const session = await read({
      ...ended,
      recordingUrl: VIDEO,
      publicShareUrl: "https://cloud.browser-use.com/share/abc",
      keepAlive: true,
      persistMemory: false,
      proxyUsedMb: "12.5",
      proxyCost: "0.05",
      tasks: [
        sibling("0a1b2c3d-0000-4000-8000-000000000002", "2026-01-02T01:00:00"),
        currentTask(),
        sibling("0a1b2c3d-0000-4000-8000-000000000003", "2026-01-02T02:00:00"),
        "no task",
      ],
    });
    expect(session).toMatchObject({
      status: "stopped",
      startedAt: "2026-01-02T03:04:05.000Z",
      finishedAt: "2026-01-02T03:04:50.000Z",
      keepAlive: true,
      persistMemory: false,
      publicShareUrl: "https://cloud.browser-use.com/share/abc",
      proxyUsedMb: "12.5",
      proxyCost: "0.05",
      browserCost: null,
      recordings: [{ browserId: null, state: "ready" }],
    });
    expect(session.tasks.map(({ id }) => id.slice(-1))).toEqual(["3", "2"]);
    expect(JSON.stringify(session)).not.toMatch(/bucket|sig=|live\.browser/);
    expect(bench.server.requests.map(({ url }) => url)).toEqual([`/api/v2/sessions/${SESSION_ID}`]);
  });

  it.each([
    ["while the browser is up", {}, "after-stop"],
    ["just after it stopped", ended, "preparing"],
    ["where none is made", { ...ended, recordingAvailable: false }, "none"],
    ["that never came", { ...ended, finishedAt: "2026-01-02T01:00:00" }, "none"],
  ])("says of a recording %s how it stands", async (_, session, state) => {
    expect((await read(session)).recordings).toEqual([{ browserId: null, state }]);
  });

  it.each([
    "http://cloud.browser-use.com/share/abc",
    "javascript:alert(1)",
    "https://user:secret@cloud.browser-use.com/",
    `https://cloud.browser-use.com/${"a".repeat(3000)}`,
    "/share/abc",
    7,
  ])("links to no public page at %s", async (publicShareUrl) => {
    expect((await read({ publicShareUrl })).publicShareUrl).toBeNull();
  });

  it.each(["status", "startedAt", "tasks", "keepAlive", "proxyCost", "recordingUrl"])(
    "is told though its %s is of a wrong type",
    async (name) => {
      for (const bad of [undefined, null, 7, [], {}, "text"]) {
        expect(await read({ ...ended, [name]: bad })).toMatchObject({ browserCost: null });
      }
    },
  );

  it("is nobody else's", async () => {
    answer({ ...currentSession(), id: FILE_ID });
    expect(await codeOf(bench.gateway.getSession(TASK))).toBe("upstream-invalid");
  });

  it("is blank where there is none", async () => {
    answer({ detail: "Not found" }, 404);
    const nothing = { status: null, recordings: [], tasks: [], publicShareUrl: null };
    expect(await bench.gateway.getSession(TASK)).toMatchObject(nothing);
    expect(await bench.gateway.getSession({ ...TASK, sessionId: "../x" })).toMatchObject(nothing);
    expect(bench.server.requests).toHaveLength(1);
    answer({ detail: "No" }, 401);
    expect(await codeOf(bench.gateway.getSession(TASK))).toBe("key-rejected");
  });
});

describe("the recording of a task of v2", () => {
  it("is had by the presigned address of its session, asked for anew each time", async () => {
    answer(currentSession({ ...ended, recordingUrl: VIDEO }));
    const link = { url: VIDEO, name: "recording.mp4" };
    expect(await bench.gateway.getRecording(TASK, null)).toEqual(link);
    expect(await codeOf(bench.gateway.getRecording(TASK, FILE_ID))).toBe("file-not-found");
  });

  it.each([
    ["is none", currentSession(ended), 200],
    ["is no session", { detail: "Not found" }, 404],
  ])("is not found where there %s", async (_, body, status) => {
    answer(body, status);
    expect(await codeOf(bench.gateway.getRecording(TASK, null))).toBe("file-not-found");
  });
});
