import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUpstreamClient } from "./client";
import { createGateway } from "./create-gateway";
import { UpstreamError } from "./errors";
import type { TaskGateway } from "./gateway";
import { allowedLiveUrl } from "./live-url";
import { sendJson, startTestServer, type TestServer } from "./test-server";
import {
  currentSession,
  currentTask,
  documentedTask,
  FILE_ID,
  TASK_ID,
  wireStep,
} from "./test-task";

const KEY = "canary-key";
const CONTRACTS = [
  { contract: "documented", make: documentedTask, outputKey: "doneOutput" },
  { contract: "current", make: currentTask, outputKey: "output" },
] as const;

let server: TestServer;
let gateway: TaskGateway;
let now = Date.parse("2026-01-02T03:05:00Z");
let warnings: unknown[] = [];

beforeEach(async () => {
  server = await startTestServer((_, response) => {
    sendJson(response, {}, 404);
  });
  const baseUrl = `${server.origin}/api/v2`;
  const rules = { liveOrigins: ["https://live.browser-use.com"], baseUrl, ownOrigins: [] };
  warnings = [];
  gateway = createGateway({
    client: createUpstreamClient({
      baseUrl,
      apiKey: KEY,
      now: () => now,
      deadlines: { headersMs: 150, totalMs: 250 },
    }),
    allowLiveUrl: (url) => allowedLiveUrl(url, rules),
    now: () => now,
    warn: (fields) => warnings.push(fields),
  });
});

afterEach(() => server.close());

function serve(task: unknown, session: unknown = currentSession()): void {
  server.answer = (request, response) => {
    if (request.url?.includes("/sessions/") === true) sendJson(response, session);
    else sendJson(response, task);
  };
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(UpstreamError);
  if (!(error instanceof UpstreamError)) return "none";
  expect(`${error.message} ${error.stack ?? ""}`).not.toContain(KEY);
  return error.code;
}

describe.each(CONTRACTS)(
  "the gateway over the $contract contract",
  ({ contract, make, outputKey }) => {
    it("reads a running task with its steps, times in UTC and a live view", async () => {
      serve(make());
      const read = await gateway.getTask(TASK_ID);
      expect(read.contract).toBe(contract);
      expect(read.task).toMatchObject({
        id: TASK_ID,
        prompt: "Buy milk",
        status: "running",
        rawStatus: "started",
        startedAt: "2026-01-02T03:04:05.678Z",
        finishedAt: null,
        output: null,
        files: [{ id: FILE_ID, name: "out.csv" }],
        metadata: { team: "shop" },
        sessionStatus: "active",
        hasLive: true,
        stepCount: 2,
      });
      expect(read.liveUrl).toBe("https://live.browser-use.com/?t=1");
      expect(read.steps.map((step) => [step.number, step.outcome])).toEqual([
        [1, "success"],
        [2, "unknown"],
      ]);
      expect(read.steps[0]?.actions).toEqual([{ name: "click", params: { index: 1 } }]);
      expect(read.screenshotUrls.get(2)).toBe("https://bucket.example/2.png?sig=1");
      expect(JSON.stringify([read.task, read.steps])).not.toMatch(
        /bucket\.example|live\.browser-use/,
      );
    });

    it("sends the key, and only to fixed paths", async () => {
      serve(make());
      await gateway.getTask(TASK_ID.toUpperCase());
      expect(server.requests[0]).toMatchObject({ url: `/api/v2/tasks/${TASK_ID}` });
      expect(server.requests[0]?.headers["x-browser-use-api-key"]).toBe(KEY);
      expect(await codeOf(gateway.getTask("../sessions"))).toBe("bad-task-id");
      expect(await codeOf(gateway.getOutputFile({ id: TASK_ID, contract }, "../x"))).toBe(
        "file-not-found",
      );
    });

    it("keeps an unknown status as unknown and says so", async () => {
      serve(make({ status: "hibernating" }));
      const { task } = await gateway.getTask(TASK_ID);
      expect(task).toMatchObject({ status: "unknown", rawStatus: "hibernating" });
      expect(warnings).toEqual([{ contract, rawStatus: "hibernating" }]);
    });

    it.each(["", null, 7, { a: 1 }, ["finished"]])(
      "reads the status %j as unknown",
      async (status) => {
        serve(make({ status }));
        expect((await gateway.getTask(TASK_ID)).task.status).toBe("unknown");
      },
    );

    it("refuses the answer for another task or without an id", async () => {
      serve(make({ id: FILE_ID }));
      expect(await codeOf(gateway.getTask(TASK_ID))).toBe("upstream-invalid");
      serve(make({ id: undefined }));
      expect(await codeOf(gateway.getTask(TASK_ID))).toBe("upstream-invalid");
      expect(server.requests.filter(({ url }) => url.includes("/sessions/"))).toEqual([]);
    });

    it.each(Object.keys(make()).filter((key) => key !== "id"))(
      "reads the rest of a task whose %s is missing, null or of a wrong type",
      async (field) => {
        for (const bad of [undefined, null, 7, "text", [], {}, true]) {
          serve(make({ [field]: bad }));
          const { task, steps } = await gateway.getTask(TASK_ID);
          if (field !== "task") expect(task.prompt).toBe("Buy milk");
          if (field !== "steps") expect(steps).toHaveLength(2);
        }
      },
    );

    it("survives nothing but an id", async () => {
      serve({ id: TASK_ID });
      const { task, steps } = await gateway.getTask(TASK_ID);
      expect(task.status).toBe("unknown");
      expect(steps).toEqual([]);
    });

    it("sorts steps and counts each number once, the last complete one", async () => {
      const empty = { memory: "", nextGoal: "", actions: [] };
      const steps = [
        wireStep(3),
        wireStep(1),
        wireStep(2),
        wireStep(2, { nextGoal: "Later" }),
        wireStep(3, empty),
      ];
      serve(make({ steps: [...steps, null, 5, "x"] }));
      const read = await gateway.getTask(TASK_ID);
      expect(read.steps.map(({ number, nextGoal }) => [number, nextGoal])).toEqual([
        [1, "Goal 1"],
        [2, "Later"],
        [3, "Goal 3"],
      ]);
    });

    it("keeps a step whose every field is bad, in its place", async () => {
      serve(
        make({
          steps: [wireStep(1), { number: null, actions: [{ wait: 1 }, 5], screenshotUrl: 3 }],
        }),
      );
      const { steps } = await gateway.getTask(TASK_ID);
      expect(steps[1]).toEqual({
        number: 2,
        memory: "",
        evaluation: "",
        outcome: "unknown",
        nextGoal: "",
        url: "",
        hasScreenshot: false,
        actions: [{ name: "wait", params: { value: 1 } }, { raw: "5" }],
        durationSeconds: null,
      });
    });

    it("tells an empty output from an absent one", async () => {
      serve(make({ [outputKey]: "" }));
      expect((await gateway.getTask(TASK_ID)).task.output).toBe("");
      serve(make({ [outputKey]: null }));
      expect((await gateway.getTask(TASK_ID)).task.output).toBeNull();
    });

    it("gives no live view for a foreign address", async () => {
      const liveUrl = "https://live.browser-use.com.evil.example/";
      serve(
        make({ session: { id: null, status: "active", liveUrl } }),
        currentSession({ liveUrl }),
      );
      const read = await gateway.getTask(TASK_ID);
      expect(read.liveUrl).toBeNull();
      expect(read.task.hasLive).toBe(false);
    });

    it("ignores the session of somebody else", async () => {
      const other = { ...currentSession(), id: FILE_ID };
      serve(contract === "documented" ? make({ session: other }) : make(), other);
      expect((await gateway.getTask(TASK_ID)).task).toMatchObject({
        sessionStatus: null,
        hasLive: false,
      });
    });

    it.each([
      [401, "key-rejected"],
      [402, "credits-exhausted"],
      [403, "key-rejected"],
      [404, "task-not-found"],
      [410, "task-gone"],
      [422, "bad-task-id"],
      [429, "upstream-rate-limited"],
      [500, "upstream-unavailable"],
      [503, "upstream-unavailable"],
      [204, "upstream-unavailable"],
      [302, "upstream-unavailable"],
    ])("answers status %i as %s", async (status, code) => {
      server.answer = (_, response) => {
        response.writeHead(status, { location: `${server.origin}/elsewhere` });
        response.end();
      };
      expect(await codeOf(gateway.getTask(TASK_ID))).toBe(code);
      expect(server.requests.filter(({ url }) => url === "/elsewhere")).toEqual([]);
    });

    it.each([
      ["HTML with 200", "text/html", "<p>hello"],
      ["text labelled as such", "text/plain", "{}"],
      ["nothing", "application/json", ""],
      ["null", "application/json", "null"],
      ["a list", "application/json", "[]"],
      ["cut JSON", "application/json", '{"id":'],
      ["bottomless JSON", "application/json", `{"id":${"[".repeat(100_000)}`],
    ])("answers %s as unreadable", async (_, type, body) => {
      server.answer = (__, response) => {
        response.writeHead(200, { "content-type": type });
        response.end(body);
      };
      expect(await codeOf(gateway.getTask(TASK_ID))).toBe("upstream-invalid");
    });

    it("gives up on headers and bodies that do not come", async () => {
      server.answer = () => undefined;
      expect(await codeOf(gateway.getTask(TASK_ID))).toBe("upstream-timeout");
      server.answer = (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write("{");
      };
      expect(await codeOf(gateway.getTask(TASK_ID))).toBe("upstream-timeout");
    });

    it("builds each link from its own template", async () => {
      server.answer = (_, response) => {
        sendJson(response, { id: FILE_ID, fileName: "a.csv", downloadUrl: "https://b.example/a" });
      };
      const ref = { id: TASK_ID, contract };
      expect(await gateway.getOutputFile(ref, FILE_ID)).toEqual({
        url: "https://b.example/a",
        name: "a.csv",
      });
      await gateway.getLog(ref);
      const upload = await gateway.getUploadedFile(ref, FILE_ID).catch((error: unknown) => error);
      const files = contract === "current" ? "/files" : "";
      expect(server.requests.map(({ url }) => url.replace("/api/v2", ""))).toEqual([
        `${files}/tasks/${TASK_ID}/output-files/${FILE_ID}`,
        `/tasks/${TASK_ID}/logs`,
        ...(contract === "documented" ? [`/tasks/${TASK_ID}/user-uploaded-files/${FILE_ID}`] : []),
      ]);
      if (contract === "current") expect(upload).toMatchObject({ code: "file-not-found" });
    });

    it("reads a page of the list and leaves out what is no task", async () => {
      const { steps: _steps, ...item } = make();
      serve({ items: [item, null, 5], totalItems: 41, pageNumber: 2, pageSize: 20 });
      const list = await gateway.listTasks(2, 20);
      expect(list).toMatchObject({ page: 2, pageSize: 20, total: 41 });
      expect(list.items).toHaveLength(1);
      expect(list.items[0]).toMatchObject({ id: TASK_ID, prompt: "Buy milk", status: "running" });
      expect(server.requests[0]?.url).toBe("/api/v2/tasks?pageSize=20&pageNumber=2");
    });
  },
);

describe("the gateway and the session of the current contract", () => {
  const sessionCalls = () => server.requests.filter(({ url }) => url.includes("/sessions/")).length;

  it("asks for the session at most once in five seconds", async () => {
    serve(currentTask());
    for (let call = 0; call < 6; call += 1) {
      expect((await gateway.getTask(TASK_ID)).task.hasLive).toBe(true);
      now += 1000;
    }
    expect(sessionCalls()).toBe(2);
  });

  it("does not ask for the session of a task that ended long ago", async () => {
    serve(currentTask({ status: "finished", finishedAt: "2026-01-02T02:00:00" }));
    expect((await gateway.getTask(TASK_ID)).task.sessionStatus).toBeNull();
    expect(sessionCalls()).toBe(0);
  });

  it("reads the task although its session fails, hangs or is gone", async () => {
    for (const status of [500, 404, 429, 200]) {
      now += 60_000;
      server.answer = (request, response) => {
        if (request.url?.includes("/sessions/") !== true) sendJson(response, currentTask());
        else sendJson(response, "no session", status);
      };
      const { task } = await gateway.getTask(TASK_ID);
      expect(task).toMatchObject({ status: "running", sessionStatus: null, hasLive: false });
    }
  });

  it("keeps a live view through one failed session call", async () => {
    serve(currentTask());
    await gateway.getTask(TASK_ID);
    now += 6000;
    server.answer = (request, response) => {
      if (request.url?.includes("/sessions/") === true) sendJson(response, {}, 500);
      else sendJson(response, currentTask());
    };
    expect((await gateway.getTask(TASK_ID)).task.hasLive).toBe(true);
    now += 31_000;
    expect((await gateway.getTask(TASK_ID)).task.hasLive).toBe(false);
  });

  it("keeps judge, cost and durations apart from the agent's claim", async () => {
    const judgement = JSON.stringify({ verdict: false, failure_reason: "No milk" });
    serve(currentTask({ isSuccess: true, judgeVerdict: false, judgement, cost: "NaN" }));
    const { task, steps } = await gateway.getTask(TASK_ID);
    expect(task.verdict).toEqual({ agent: true, judge: false, judgement: "No milk" });
    expect(task.cost).toBeNull();
    expect(steps[0]?.durationSeconds).toBe(2.5);
  });
});
