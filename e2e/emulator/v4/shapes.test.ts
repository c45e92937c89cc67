import { describe, expect, it } from "vitest";
import { emulatorBench, field } from "../test-emulator";

// Written out from the vendor's document, so that a slip in the emulator cannot agree with itself.
const RUN = [
  "id",
  "task",
  "title",
  "model",
  "contextLimit",
  "status",
  "result",
  "error",
  "sessionId",
  "workspaceId",
  "attachedFileIds",
  "judgement",
  "totalInputTokens",
  "totalOutputTokens",
  "totalCostUsd",
  "createdAt",
  "updatedAt",
];
const EVENT = ["runId", "id", "ts", "type", "data"];
const SESSION = [
  "sessionId",
  "workspaceId",
  "latestRunId",
  "task",
  "title",
  "status",
  "createdAt",
  "updatedAt",
];
const MESSAGE = [
  "id",
  "sessionId",
  "runId",
  "mode",
  "status",
  "text",
  "attachedFileIds",
  "createdAt",
];
const BROWSER = [
  "id",
  "status",
  "liveUrl",
  "cdpUrl",
  "timeoutAt",
  "startedAt",
  "finishedAt",
  "proxyUsedMb",
  "proxyCost",
  "browserCost",
  "agentSessionId",
  "recordingUrl",
  "metadata",
];
const FILE = ["path", "size", "lastModified", "url"];
const ATTACHMENT = ["id", "name", "contentType", "sizeBytes", "status"];
const CREATED = [
  "id",
  "status",
  "model",
  "sessionId",
  "workspaceId",
  "eventsUrl",
  "missingFileIds",
];
const STATUSES = ["queued", "dispatching", "running", "completed", "failed", "cancelled"];
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/;
const MONEY = /^\d+\.\d+$/;

const emulator = emulatorBench();
const keysOf = (value: unknown): string[] =>
  typeof value === "object" && value !== null ? Object.keys(value).sort() : [];
const expectKeys = (value: unknown, keys: readonly string[]) => {
  expect(keysOf(value)).toEqual([...keys].sort());
};
const body = async (path: string, method?: string, given?: unknown) => {
  const answer = await emulator.v4(path, method, given);
  expect(answer.status, path).toBe(200);
  return answer.body;
};

describe("the shapes of v4", () => {
  it("are those of every sample run", async () => {
    const samples = emulator.running().samples.filter(({ contract }) => contract === "v4");
    expect(samples.length).toBeGreaterThanOrEqual(9);
    for (const { taskId, scenario } of samples) {
      const run = await body(`/runs/${taskId}`);
      expectKeys(run, RUN);
      expect(STATUSES, scenario).toContain(field(run, "status"));
      expect(field(run, "createdAt")).toMatch(UTC);
      expect(field(run, "updatedAt")).toMatch(UTC);
      expect(field(run, "totalCostUsd")).toMatch(MONEY);
      const page = await body(`/runs/${taskId}/events?limit=20`);
      expectKeys(page, ["events", "hasMore", "nextAfter"]);
      expectKeys(field(page, "events", 0), EVENT);
      expect(field(page, "events", 0, "ts")).toMatch(UTC);
      expect(field(page, "events", 0, "type")).toBe("run.created");
      expect(await body(`/runs/${taskId}/status`)).toEqual({ status: field(run, "status") });
    }
  });

  it("are those of what stands around a run", async () => {
    const id = emulator.sampleRun("run-workspace");
    const run = await body(`/runs/${id}`);
    const sessionId = String(field(run, "sessionId"));
    const list = await body("/runs?limit=1");
    expectKeys(list, ["hasMore", "nextCursor", "runs"]);
    expectKeys(field(list, "runs", 0), RUN);
    const sessions = await body("/sessions?limit=1");
    expectKeys(sessions, ["hasMore", "nextCursor", "sessions"]);
    expectKeys(field(sessions, "sessions", 0), SESSION);
    expectKeys(await body(`/sessions/${sessionId}`), SESSION);
    const queue = await body(`/sessions/${sessionId}/queue`);
    expectKeys(queue, ["queue"]);
    expectKeys(field(queue, "queue", 0), MESSAGE);
    const attachments = await body(`/runs/${id}/attachments`);
    expectKeys(attachments, ["attachments"]);
    expectKeys(field(attachments, "attachments", 0), ATTACHMENT);
    expect(field(run, "attachedFileIds", 0)).toBe(field(attachments, "attachments", 0, "id"));
    const browsers = await body(`/browsers?agentSessionId=${sessionId}`);
    expectKeys(browsers, ["items", "pageNumber", "pageSize", "totalItems"]);
    expectKeys(field(browsers, "items", 0), BROWSER);
    const browserId = String(field(browsers, "items", 0, "id"));
    expectKeys(await body(`/browsers/${browserId}`), BROWSER);
    const files = await body(`/workspaces/${String(field(run, "workspaceId"))}/files`);
    expectKeys(files, ["files", "hasMore", "nextCursor"]);
    expectKeys(field(files, "files", 0), FILE);
    expectKeys(field(await body(`/browsers/${browserId}/downloads`), "files", 0), FILE);
    expectKeys(await body("/runs", "POST", { task: "Buy milk" }), CREATED);
  });

  it("are those of the agent's lines", async () => {
    const page = await body(`/runs/${emulator.sampleRun("run-pictures")}/events`);
    const events = field(page, "events");
    const lines = Array.isArray(events)
      ? events.filter((event) => field(event, "type") === "core.event")
      : [];
    for (const line of lines) {
      const data: unknown = field(line, "data");
      expectKeys(data, ["part", "sessionID", "timestamp", "type"]);
      expect(field(data, "timestamp")).toBe(Date.parse(String(field(line, "ts"))));
    }
    const call: unknown = lines.find((line) => field(line, "data", "type") === "tool_use");
    expectKeys(field(call, "data", "part"), ["callID", "id", "sessionID", "state", "tool", "type"]);
    expectKeys(field(call, "data", "part", "state"), [
      "attachments",
      "input",
      "metadata",
      "output",
      "status",
      "time",
      "title",
    ]);
    expect(field(call, "data", "part", "state", "attachments", 0)).toEqual({
      type: "file",
      mime: "image/png",
      url: expect.stringMatching(/^data:image\/png;base64,iVBOR/) as unknown,
    });
  });
});
