import { BrowserUse, BrowserUseError, type RunEvent } from "browser-use-sdk/v4";
import { describe, expect, it } from "vitest";
import { SCENARIOS } from "../scenarios/all-scenarios";
import { ask, emulatorBench, field } from "../test-emulator";

const emulator = emulatorBench();
/** The vendor's own client; it takes the address of the API as an option. */
const client = () => {
  const { key, v4BaseUrl } = emulator.running();
  return new BrowserUse({ apiKey: key, baseUrl: v4BaseUrl, maxRetries: 0 });
};
const POLL = { interval: 5, timeout: 20_000 };
const clock = (id: string, move: object) => emulator.control("POST", `/tasks/${id}/clock`, move);
const scriptOf = (scenario: string) => {
  const script = SCENARIOS.find((each) => each.scenario === scenario);
  if (script === undefined) throw new Error(`No scenario ${scenario}`);
  return script;
};
const lines = (events: readonly RunEvent[], type: string) =>
  events.filter((event) => event.data.type === type);

/** All events of a run, read as the vendor's document says: on from `nextAfter` while there is more. */
async function readAll(runId: string, limit: number): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  let page = await client().runs.events(runId, { limit });
  events.push(...page.events);
  while (page.hasMore) {
    page = await client().runs.events(runId, { limit, after: page.nextAfter ?? null });
    events.push(...page.events);
  }
  return events;
}

describe("the vendor's client", () => {
  it.each(["success-6", "failed-evaluations", "json-output", "chinese", "arabic", "stack-trace"])(
    "makes a run of %s, polls it to its end and reads what the script says",
    async (scenario) => {
      const script = scriptOf(scenario);
      const created = await client().runs.create({ task: script.prompt });
      expect(created).toMatchObject({ status: "queued", missingFileIds: [] });
      const done = client().runs.waitForCompletion(created.id, POLL);
      await clock(created.id, { advanceSeconds: 3600 });
      const run = await done;
      const isFailed = script.ending?.status === "failed";
      const output = script.ending?.output;
      expect(run).toMatchObject({
        id: created.id,
        sessionId: created.sessionId,
        task: script.prompt,
        status: isFailed ? "failed" : "completed",
        result: isFailed ? null : output,
        error: isFailed ? output : null,
      });

      const events = await readAll(created.id, 9);
      expect(events.at(-1)?.type).toMatch(/^run\.(completed|failed|cancelled|dispatch_failed)$/);
      expect(events.every((event, at) => event.id > (events[at - 1]?.id ?? 0))).toBe(true);
      expect(lines(events, "step_start")).toHaveLength(script.steps.length);
      expect(lines(events, "step_finish")).toHaveLength(script.steps.length);
      const said = lines(events, "text").map(({ data }) => field(data, "part", "text"));
      for (const { goal } of script.steps) expect(said).toContain(goal);
      const paid = events
        .filter(({ type }) => type === "llm.response")
        .map(({ data }) => Number(data.cost_usd));
      const sum = paid.reduce((total, each) => total + each, 0);
      expect(Number(run.totalCostUsd)).toBeCloseTo(sum, 6);
    },
  );

  it("waits for the live view, and is told when the run ends without the event it waits for", async () => {
    const { id } = await client().runs.create({ task: scriptOf("running").prompt });
    const waiting = client().runs.waitForEvent(id, "browser.ready", POLL);
    await clock(id, { advanceSeconds: 5 });
    const ready = await waiting;
    expect((await ask(String(ready.data.live_view_url))).status).toBe(200);
    const never = client().runs.waitForEvent(id, "run.failed", POLL);
    const refused = expect(never).rejects.toThrow("emitted run.completed before run.failed");
    await clock(id, { advanceSeconds: 3600 });
    await refused;
  });

  it("cancels a run", async () => {
    const { id } = await client().runs.create({ task: scriptOf("running").prompt });
    await client().runs.status(id);
    await clock(id, { advanceSeconds: 30 });
    expect(await client().runs.cancel(id)).toMatchObject({ status: "cancelled", result: null });
    expect(await client().runs.waitForCompletion(id, POLL)).toMatchObject({ status: "cancelled" });
  });

  it("finds the files of a run, and those it was given", async () => {
    const runId = emulator.sampleRun("run-pictures");
    const { files: expected = [], uploads = [] } = scriptOf("run-pictures");
    const { workspaceId } = await client().runs.get(runId);
    const { files } = await client().workspaces.files(workspaceId ?? "", { includeUrls: true });
    expect(files.map(({ path }) => path).sort()).toEqual(expected.map(({ name }) => name).sort());
    for (const { path, size, url } of files) {
      const { text } = await ask(url ?? "");
      expect(text).toBe(expected.find(({ name }) => name === path)?.content);
      expect(size).toBe(Buffer.byteLength(text));
    }
    const { attachments } = await client().runs.attachments(runId);
    expect(attachments.map(({ name }) => name)).toEqual(uploads.map(({ name }) => name));
  });

  it("talks with a session", async () => {
    const first = await client().runs.create({ task: scriptOf("running").prompt });
    const { sessions, runs } = client();
    const message = await sessions.sendMessage(first.sessionId, {
      text: "And the socks.",
      interrupt: false,
    });
    expect((await sessions.queue(first.sessionId)).queue).toEqual([message]);
    await runs.status(first.id);
    await clock(first.id, { advanceSeconds: 3600 });
    const { runId, status } = await sessions.getMessage(first.sessionId, message.id);
    expect(status).toBe("consumed");
    expect(await sessions.get(first.sessionId)).toMatchObject({ latestRunId: runId });
    const listed = await runs.list({ sessionId: first.sessionId });
    expect(listed.runs.map(({ id }) => id)).toEqual([runId, first.id]);
    const ids = (await sessions.list({ limit: 100 })).sessions.map(({ sessionId }) => sessionId);
    expect(ids).toContain(first.sessionId);
  });

  it("stops a browser that outlived its run", async () => {
    const { taskId } = await emulator.newTask("run-browser-up", "v4");
    const ready = await client().runs.waitForEvent(taskId, "browser.ready", POLL);
    const stopped = await client().browsers.stop(String(ready.data.browser_session_id));
    expect(stopped).toMatchObject({ status: "stopped", liveUrl: null });
  });

  it("understands what the emulator refuses", async () => {
    const missing = client().runs.get("0a1b2c3d-0000-4000-8000-000000000041");
    await expect(missing).rejects.toThrow(BrowserUseError);
    await expect(missing).rejects.toThrow(/^Run .* not found$/);
  });
});
