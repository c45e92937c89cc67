import { describe, expect, it } from "vitest";
import { ask, emulatorBench, field } from "./test-emulator";

const emulator = emulatorBench();

async function recordingUrl(): Promise<string> {
  const { sessionId } = await emulator.newTask("success-6", "current");
  const { body } = await emulator.api(`/sessions/${sessionId}`);
  return String(field(body, "recordingUrl"));
}

const read = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
};

describe("the recording of a browser", () => {
  it("is a WebM file of the run's pictures, the same in each answer", async () => {
    const [one, two] = await Promise.all([read(await recordingUrl()), read(await recordingUrl())]);
    expect(one.headers.get("content-type")).toBe("video/webm");
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(one.bytes.subarray(0, 4).toString("hex")).toBe("1a45dfa3");
    // Each key frame of VP8 has these bytes, and the size behind them.
    expect(one.bytes.toString("latin1").split("\x9d\x01\x2a\x80\x02\x90\x01")).toHaveLength(7);
  });

  it.each([
    ["bytes=0-3", 206, 0, 4],
    ["bytes=10-", 206, 10, undefined],
    ["bytes=-5", 206, -5, undefined],
    ["bytes=3-1", 416, 0, 0],
    ["bytes=0-1,3-4", 200, 0, undefined],
  ] as const)("answers the range %s with %i", async (range, status, from, to) => {
    const url = await recordingUrl();
    const whole = await read(url);
    const part = await read(url, { range });
    expect(part.status).toBe(status);
    if (status !== 416) expect(part.bytes.equals(whole.bytes.subarray(from, to))).toBe(true);
    const etag = whole.headers.get("etag") ?? "";
    expect((await read(url, { range: "bytes=0-3", "if-range": etag })).status).toBe(206);
    expect((await read(url, { range: "bytes=0-3", "if-range": '"other"' })).status).toBe(200);
  });

  it("is there when the browser has stopped, and where it was recorded", async () => {
    for (const scenario of ["running", "keep-alive", "stopped"]) {
      const { sessionId } = await emulator.newTask(scenario, "current");
      const { body } = await emulator.api(`/sessions/${sessionId}`);
      expect(field(body, "recordingUrl"), scenario).toBeNull();
    }
    const { status } = await ask(`${emulator.running().origin}/assets/nobody/recordings/0`);
    expect(status).toBe(404);
  });

  it("is one of a session that names all its tasks", async () => {
    const { taskId, sessionId } = await emulator.newTask("success-6", "current");
    const other = await emulator.newTask("running", "current", { sessionId });
    const { body } = await emulator.api(`/sessions/${sessionId}`);
    const tasks = field(body, "tasks");
    const ids = Array.isArray(tasks) ? tasks.map((task: unknown) => field(task, "id")) : [];
    expect(ids.sort()).toEqual([taskId, other.taskId].sort());
  });
});
