import { describe, expect, it } from "vitest";
import { field, emulatorBench } from "./test-emulator";

// Written out from the vendor's two documents, so that a slip in the emulator cannot agree with itself.
const STEP = [
  "number",
  "memory",
  "evaluationPreviousGoal",
  "nextGoal",
  "url",
  "screenshotUrl",
  "actions",
];
const DOCUMENTED = [
  "id",
  "sessionId",
  "session",
  "llm",
  "task",
  "status",
  "startedAt",
  "finishedAt",
  "metadata",
  "isScheduled",
  "steps",
  "doneOutput",
  "userUploadedFiles",
  "outputFiles",
  "browserUseVersion",
  "isSuccess",
];
const CURRENT_ITEM = [
  "id",
  "sessionId",
  "llm",
  "task",
  "status",
  "createdAt",
  "startedAt",
  "finishedAt",
  "metadata",
  "output",
  "browserUseVersion",
  "isSuccess",
  "judgement",
  "judgeVerdict",
  "cost",
  "suggestions",
];
const CURRENT = [...CURRENT_ITEM, "steps", "outputFiles"];
const STATUS_VIEW = ["id", "status", "output", "finishedAt", "isSuccess", "cost"];
const SESSION = [
  "id",
  "status",
  "liveUrl",
  "recordingUrl",
  "startedAt",
  "finishedAt",
  "tasks",
  "publicShareUrl",
  "persistMemory",
  "keepAlive",
  "proxyUsedMb",
  "proxyCost",
];
const STATUSES = {
  documented: ["started", "paused", "finished", "stopped"],
  current: ["created", "started", "finished", "failed", "stopped"],
};
const NAIVE_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/;

const emulator = emulatorBench();

const keysOf = (value: unknown): string[] =>
  typeof value === "object" && value !== null ? Object.keys(value).sort() : [];

describe("the documented contract", () => {
  it("answers a task with its fields and no others", async () => {
    const { taskId, sessionId } = await emulator.newTask("success-6", "documented");
    const { body } = await emulator.api(`/tasks/${taskId}`);
    expect(keysOf(body)).toEqual([...DOCUMENTED].sort());
    expect(keysOf(field(body, "steps", 0))).toEqual([...STEP].sort());
    expect(keysOf(field(body, "session"))).toEqual(
      ["finishedAt", "id", "liveUrl", "startedAt", "status"].sort(),
    );
    expect(body).toMatchObject({ id: taskId, sessionId, session: { id: sessionId } });
    expect(field(body, "startedAt")).toMatch(NAIVE_UTC);
    expect(field(body, "finishedAt")).toMatch(NAIVE_UTC);
    expect(keysOf(field(body, "outputFiles", 0))).toEqual(["fileName", "id"]);
    expect(keysOf(field(body, "userUploadedFiles", 0))).toEqual(["fileName", "id"]);
  });

  it("has a live address while the run goes on, and none after its end", async () => {
    const { taskId } = await emulator.newTask("running", "documented", { startAtStep: 2 });
    const { body } = await emulator.api(`/tasks/${taskId}`);
    expect(body).toMatchObject({
      status: "started",
      finishedAt: null,
      session: { status: "active" },
    });
    expect(field(body, "session", "liveUrl")).toContain("/live/");
    await emulator.control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 3600 });
    expect((await emulator.api(`/tasks/${taskId}`)).body).toMatchObject({
      status: "finished",
      isSuccess: true,
      session: { status: "stopped", liveUrl: null },
    });
  });
});

describe("the current contract", () => {
  it("answers a task with its fields and no others", async () => {
    const { taskId } = await emulator.newTask("judge-disagrees", "current");
    const { body } = await emulator.api(`/tasks/${taskId}`);
    expect(keysOf(body)).toEqual([...CURRENT].sort());
    expect(keysOf(field(body, "steps", 0))).toEqual([...STEP, "duration"].sort());
    expect(field(body, "createdAt")).toMatch(NAIVE_UTC);
    expect(body).toMatchObject({ status: "finished", isSuccess: true, judgeVerdict: false });
    expect(JSON.parse(String(field(body, "judgement")))).toMatchObject({ verdict: false });
    expect(field(body, "cost")).toMatch(/^\d+\.\d+$/);
  });

  it("answers the light status without steps", async () => {
    const { taskId } = await emulator.newTask("success-6", "current");
    const { body } = await emulator.api(`/tasks/${taskId}/status`);
    expect(keysOf(body)).toEqual([...STATUS_VIEW].sort());
  });

  it("tells of the session in a call of its own", async () => {
    const { sessionId, taskId } = await emulator.newTask("running", "current", { startAtStep: 3 });
    const { body } = await emulator.api(`/sessions/${sessionId}`);
    expect(keysOf(body)).toEqual([...SESSION].sort());
    expect(body).toMatchObject({ id: sessionId, status: "active", tasks: [{ id: taskId }] });
    expect(keysOf(field(body, "tasks", 0))).toEqual([...CURRENT_ITEM].sort());
    expect(field(body, "liveUrl")).toContain("/live/");
  });

  it("keeps a session up after its task where the run asked for it", async () => {
    const { sessionId, taskId } = await emulator.newTask("keep-alive", "current");
    expect((await emulator.api(`/tasks/${taskId}`)).body).toMatchObject({ status: "finished" });
    const { body } = await emulator.api(`/sessions/${sessionId}`);
    expect(body).toMatchObject({ status: "active", keepAlive: true });
  });

  it("begins a task as created, without a start", async () => {
    const { taskId } = await emulator.newTask("running", "current");
    expect((await emulator.api(`/tasks/${taskId}`)).body).toMatchObject({
      status: "created",
      startedAt: null,
      steps: [],
    });
  });
});

describe("every sample task", () => {
  it("answers under its fixed id in the words of its contract", async () => {
    const samples = emulator.running().samples.filter(({ contract }) => contract !== "v4");
    expect(samples.length).toBeGreaterThanOrEqual(36);
    for (const { taskId, contract, scenario } of samples) {
      const { status, body } = await emulator.api(`/tasks/${taskId}`);
      expect(status, scenario).toBe(200);
      const isDocumented = contract === "documented";
      const expected = isDocumented ? DOCUMENTED : CURRENT;
      expect(keysOf(body), scenario).toEqual([...expected].sort());
      if (scenario === "unknown-status") continue;
      const words = isDocumented ? STATUSES.documented : STATUSES.current;
      expect(words, scenario).toContain(field(body, "status"));
    }
  });
});
