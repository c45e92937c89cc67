import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ask, field, emulatorBench } from "./test-emulator";

const emulator = emulatorBench();
const CONTRACTS = ["documented", "current"] as const;

const patch = (taskId: string, action: string) =>
  emulator.api(`/tasks/${taskId}`, {
    method: "PATCH",
    headers: {
      "X-Browser-Use-API-Key": emulator.running().key,
      "content-type": "application/json",
    },
    body: JSON.stringify({ action }),
  });

describe("the door", () => {
  it("wants the key", async () => {
    const { taskId } = await emulator.newTask("success-6", "current");
    for (const headers of [{}, { "X-Browser-Use-API-Key": "bu_wrong" }]) {
      const { status, body } = await emulator.api(`/tasks/${taskId}`, { headers });
      expect(status).toBe(401);
      expect(typeof field(body, "detail")).toBe("string");
    }
  });

  it("tells a bad id from an unknown one", async () => {
    const bad = await emulator.api("/tasks/not-an-id");
    expect(bad.status).toBe(422);
    expect(field(bad.body, "detail", 0)).toMatchObject({ loc: ["path", "task_id"] });
    expect(field(bad.body, "detail", 0, "msg")).toMatch(/\w/);
    expect(field(bad.body, "detail", 0, "type")).toMatch(/\w/);
    const unknown = await emulator.api(`/tasks/${randomUUID()}`);
    expect(unknown.status).toBe(404);
    expect(unknown.body).toEqual({ detail: "Task not found" });
    expect((await emulator.api(`/sessions/${randomUUID()}`)).status).toBe(404);
  });
});

describe("links to files", () => {
  it.each(CONTRACTS)("lie under the paths of the %s contract only", async (contract) => {
    const { taskId } = await emulator.newTask("success-6", contract);
    const { body } = await emulator.api(`/tasks/${taskId}`);
    const fileId = String(field(body, "outputFiles", 0, "id"));
    const paths = {
      documented: `/tasks/${taskId}/output-files/${fileId}`,
      current: `/files/tasks/${taskId}/output-files/${fileId}`,
    };
    const other = contract === "documented" ? "current" : "documented";
    const link = await emulator.api(paths[contract]);
    expect(link.body).toMatchObject({ id: fileId, fileName: "boots.csv" });
    expect((await emulator.api(paths[other])).status).toBe(404);
    const file = await ask(String(field(link.body, "downloadUrl")));
    expect(file.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(file.headers.get("content-length")).toBe(String(Buffer.byteLength(file.text)));
    expect(file.text).toMatch(/^name,price,weight\n/);
  });

  it("lead to uploaded files in the documented contract only", async () => {
    for (const contract of CONTRACTS) {
      const { taskId } = await emulator.newTask("success-6", contract);
      const { body } = await emulator.api(`/tasks/${taskId}`);
      const listed = field(body, "userUploadedFiles", 0, "id");
      const id = typeof listed === "string" ? listed : randomUUID();
      const { status } = await emulator.api(`/tasks/${taskId}/user-uploaded-files/${id}`);
      expect(status).toBe(contract === "documented" ? 200 : 404);
    }
  });

  it.each(CONTRACTS)("lead to a log with every step in the %s contract", async (contract) => {
    const { taskId } = await emulator.newTask("success-6", contract);
    const { body } = await emulator.api(`/tasks/${taskId}/logs`);
    const log = await ask(String(field(body, "downloadUrl")));
    expect(log.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(log.text).toContain("Step 6");
  });

  it("refuse a file that is not the task's", async () => {
    const { taskId } = await emulator.newTask("success-6", "current");
    expect((await emulator.api(`/files/tasks/${taskId}/output-files/${randomUUID()}`)).status).toBe(
      404,
    );
    expect((await emulator.api(`/files/tasks/${taskId}/output-files/x`)).status).toBe(422);
  });
});

describe("control of a task", () => {
  it("pauses a documented task for as long as it is paused", async () => {
    const { taskId } = await emulator.newTask("running", "documented", { startAtStep: 2 });
    expect((await patch(taskId, "pause")).body).toMatchObject({ status: "paused" });
    const paused = await emulator.api(`/tasks/${taskId}`);
    expect(field(paused.body, "steps", "length")).toBe(2);
    expect((await patch(taskId, "resume")).body).toMatchObject({ status: "started" });
    await emulator.control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 20 });
    const resumed = await emulator.api(`/tasks/${taskId}`);
    expect(field(resumed.body, "steps", "length")).toBeGreaterThan(2);
  });

  it.each(CONTRACTS)("stops a %s task where it is, without an output", async (contract) => {
    const { taskId } = await emulator.newTask("running", contract, { startAtStep: 5 });
    const { body } = await patch(taskId, "stop");
    const output = contract === "documented" ? "doneOutput" : "output";
    expect(body).toMatchObject({ status: "stopped", isSuccess: null, [output]: null });
    await emulator.control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 3600 });
    const later = await emulator.api(`/tasks/${taskId}`);
    expect(field(later.body, "steps", "length")).toBe(5);
    expect(field(later.body, "finishedAt")).toBe(field(body, "finishedAt"));
  });

  it("ends the session too when asked to", async () => {
    const { taskId, sessionId } = await emulator.newTask("keep-alive", "current");
    await patch(taskId, "stop_task_and_session");
    const { body } = await emulator.api(`/sessions/${sessionId}`);
    expect(body).toMatchObject({ status: "stopped", liveUrl: null });
  });

  it("knows no pause in the current contract", async () => {
    const { taskId } = await emulator.newTask("running", "current", { startAtStep: 2 });
    expect((await patch(taskId, "pause")).status).toBe(422);
    expect((await patch(taskId, "explode")).status).toBe(422);
  });
});

describe("the list", () => {
  it("comes in pages that hold every task once, newest first", async () => {
    const ids: unknown[] = [];
    const starts: string[] = [];
    let total = Infinity;
    for (let page = 1; ids.length < total; page++) {
      const { body } = await emulator.api(`/tasks?pageSize=7&pageNumber=${String(page)}`);
      expect(body).toMatchObject({ pageNumber: page, pageSize: 7 });
      total = Number(field(body, "totalItems"));
      const items = field(body, "items");
      if (!Array.isArray(items) || items.length === 0) break;
      for (const item of items) {
        ids.push(field(item, "id"));
        starts.push(String(field(item, "startedAt")));
        expect(field(item, "steps")).toBeUndefined();
      }
    }
    expect(ids.length).toBe(total);
    expect(new Set(ids).size).toBe(total);
  });

  it("filters by status and session", async () => {
    const stopped = await emulator.api("/tasks?filterBy=stopped&pageSize=100");
    const items = field(stopped.body, "items");
    expect(Array.isArray(items) ? items.length : 0).toBeGreaterThan(0);
    if (Array.isArray(items)) {
      expect(items.every((item) => field(item, "status") === "stopped")).toBe(true);
    }
    const sessionId = String(field(stopped.body, "items", 0, "sessionId"));
    const one = await emulator.api(`/tasks?sessionId=${sessionId}`);
    expect(one.body).toMatchObject({ totalItems: 1, items: [{ sessionId }] });
  });

  it("filters by time", async () => {
    const past = "2001-01-01T00:00:00";
    expect((await emulator.api(`/tasks?before=${past}`)).body).toMatchObject({ totalItems: 0 });
    const all = await emulator.api("/tasks");
    const after = await emulator.api(`/tasks?after=${past}`);
    expect(Number(field(after.body, "totalItems"))).toBeGreaterThan(0);
    expect(Number(field(after.body, "totalItems"))).toBeLessThanOrEqual(
      Number(field(all.body, "totalItems")),
    );
  });

  it("refuses pages that cannot be", async () => {
    for (const query of ["pageSize=0", "pageSize=1000", "pageNumber=0", "pageSize=x"]) {
      expect((await emulator.api(`/tasks?${query}`)).status).toBe(422);
    }
  });
});
