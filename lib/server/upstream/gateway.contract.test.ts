import { describe, expect, it } from "vitest";
import { codeOf, CONTRACTS, KEY, serve, gatewayBench } from "@/test/upstream/gateway";
import { sendJson } from "@/test/upstream/server";
import { currentSession, FILE_ID, TASK_ID, wireStep } from "@/test/upstream/task";

const bench = gatewayBench();

describe.each(CONTRACTS)(
  "the gateway over the $contract contract",
  ({ contract, make, outputKey }) => {
    it("reads a running task with its steps, times in UTC and a live view", async () => {
      serve(bench, make());
      const read = await bench.gateway.getTask(TASK_ID, null);
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
      serve(bench, make());
      await bench.gateway.getTask(TASK_ID.toUpperCase(), null);
      expect(bench.server.requests[0]).toMatchObject({ url: `/api/v2/tasks/${TASK_ID}` });
      expect(bench.server.requests[0]?.headers["x-browser-use-api-key"]).toBe(KEY);
      expect(await codeOf(bench.gateway.getTask("../sessions", null))).toBe("bad-task-id");
      expect(await codeOf(bench.gateway.getOutputFile({ id: TASK_ID, contract }, "../x"))).toBe(
        "file-not-found",
      );
    });

    it("keeps an unknown status as unknown and says so", async () => {
      serve(bench, make({ status: "hibernating" }));
      const { task } = await bench.gateway.getTask(TASK_ID, null);
      expect(task).toMatchObject({ status: "unknown", rawStatus: "hibernating" });
      expect(bench.warnings).toEqual([{ contract, rawStatus: "hibernating" }]);
    });

    it.each(["", null, 7, { a: 1 }, ["finished"]])(
      "reads the status %j as unknown",
      async (status) => {
        serve(bench, make({ status }));
        expect((await bench.gateway.getTask(TASK_ID, null)).task.status).toBe("unknown");
      },
    );

    it("refuses the answer for another task or without an id", async () => {
      serve(bench, make({ id: FILE_ID }));
      expect(await codeOf(bench.gateway.getTask(TASK_ID, null))).toBe("upstream-invalid");
      serve(bench, make({ id: undefined }));
      expect(await codeOf(bench.gateway.getTask(TASK_ID, null))).toBe("upstream-invalid");
      expect(bench.server.requests.filter(({ url }) => url.includes("/sessions/"))).toEqual([]);
    });

    it.each(Object.keys(make()).filter((key) => key !== "id"))(
      "reads the rest of a task whose %s is missing, null or of a wrong type",
      async (field) => {
        for (const bad of [undefined, null, 7, "text", [], {}, true]) {
          serve(bench, make({ [field]: bad }));
          const { task, steps } = await bench.gateway.getTask(TASK_ID, null);
          if (field !== "task") expect(task.prompt).toBe("Buy milk");
          if (field !== "steps") expect(steps).toHaveLength(2);
        }
      },
    );

    it("survives nothing but an id", async () => {
      serve(bench, { id: TASK_ID });
      const { task, steps } = await bench.gateway.getTask(TASK_ID, null);
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
      serve(bench, make({ steps: [...steps, null, 5, "x"] }));
      const read = await bench.gateway.getTask(TASK_ID, null);
      expect(read.steps.map(({ number, nextGoal }) => [number, nextGoal])).toEqual([
        [1, "Goal 1"],
        [2, "Later"],
        [3, "Goal 3"],
      ]);
    });

    it("keeps a step whose every field is bad, in its place", async () => {
      serve(
        bench,
        make({
          steps: [wireStep(1), { number: null, actions: [{ wait: 1 }, 5], screenshotUrl: 3 }],
        }),
      );
      const { steps } = await bench.gateway.getTask(TASK_ID, null);
      expect(steps[1]).toEqual({
        number: 2,
        memory: "",
        evaluation: "",
        outcome: "unknown",
        nextGoal: "",
        url: "",
        hasScreenshot: false,
        screenshotKey: null,
        actions: [{ name: "wait", params: { value: 1 } }, { raw: "5" }],
        durationSeconds: null,
        isReported: true,
        cut: null,
      });
    });

    it("tells an empty output from an absent one", async () => {
      serve(bench, make({ [outputKey]: "" }));
      expect((await bench.gateway.getTask(TASK_ID, null)).task.output).toBe("");
      serve(bench, make({ [outputKey]: null }));
      expect((await bench.gateway.getTask(TASK_ID, null)).task.output).toBeNull();
    });

    it("gives no live view for a foreign address", async () => {
      const liveUrl = "https://live.browser-use.com.evil.example/";
      serve(
        bench,
        make({ session: { id: null, status: "active", liveUrl } }),
        currentSession({ liveUrl }),
      );
      const read = await bench.gateway.getTask(TASK_ID, null);
      expect(read.liveUrl).toBeNull();
      expect(read.task.hasLive).toBe(false);
    });

    it("ignores the session of somebody else", async () => {
      const other = { ...currentSession(), id: FILE_ID };
      serve(bench, contract === "documented" ? make({ session: other }) : make(), other);
      expect((await bench.gateway.getTask(TASK_ID, null)).task).toMatchObject({
        sessionStatus: null,
        hasLive: false,
      });
    });

    it("builds each link from its own template", async () => {
      bench.server.answer = (_, response) => {
        sendJson(response, { id: FILE_ID, fileName: "a.csv", downloadUrl: "https://b.example/a" });
      };
      const ref = { id: TASK_ID, contract };
      expect(await bench.gateway.getOutputFile(ref, FILE_ID)).toEqual({
        url: "https://b.example/a",
        name: "a.csv",
      });
      await bench.gateway.getLog(ref);
      const upload = await bench.gateway
        .getUploadedFile(ref, FILE_ID)
        .catch((error: unknown) => error);
      const files = contract === "current" ? "/files" : "";
      expect(bench.server.requests.map(({ url }) => url.replace("/api/v2", ""))).toEqual([
        `${files}/tasks/${TASK_ID}/output-files/${FILE_ID}`,
        `/tasks/${TASK_ID}/logs`,
        ...(contract === "documented" ? [`/tasks/${TASK_ID}/user-uploaded-files/${FILE_ID}`] : []),
      ]);
      if (contract === "current") expect(upload).toMatchObject({ code: "file-not-found" });
    });

    it("reads a page of the list and leaves out what is no task", async () => {
      const item = make({ steps: undefined });
      serve(bench, { items: [item, null, 5], totalItems: 41, pageNumber: 2, pageSize: 20 });
      const list = await bench.gateway.listTasks(2, 20, {});
      expect(list).toMatchObject({ page: 2, pageSize: 20, total: 41 });
      expect(list.items).toHaveLength(1);
      expect(list.items[0]).toMatchObject({ id: TASK_ID, prompt: "Buy milk", status: "running" });
      expect(bench.server.requests[0]?.url).toBe("/api/v2/tasks?pageSize=20&pageNumber=2");
    });

    it("asks for a part of the list in the words of the service", async () => {
      serve(bench, { items: [make({ steps: undefined })], totalItems: 1 });
      const sessionId = "0a1b2c3d-0000-4000-8000-0000000000aa";
      const filter = { status: "running", sessionId, after: "2026-01-02T00:00:00.000Z" } as const;
      const { items } = await bench.gateway.listTasks(1, 5, filter);
      expect(items[0]).toMatchObject({ sessionId });
      const { searchParams } = new URL(bench.server.requests[0]?.url ?? "", bench.server.origin);
      expect(Object.fromEntries(searchParams)).toEqual({
        pageSize: "5",
        pageNumber: "1",
        filterBy: "started",
        sessionId,
        after: filter.after,
      });
    });

    it.each([
      [422, { status: "failed" }, "bad-request"],
      [404, {}, "task-not-found"],
      [401, {}, "key-rejected"],
    ] as const)(
      "answers a list that is refused with %i for %j as %s",
      async (status, filter, code) => {
        bench.server.answer = (_, response) => {
          sendJson(response, { detail: "No" }, status);
        };
        expect(await codeOf(bench.gateway.listTasks(1, 5, filter))).toBe(code);
        if (status !== 404) return;
        const ofNoSession = await bench.gateway.listTasks(1, 5, { sessionId: TASK_ID });
        expect(ofNoSession).toMatchObject({ items: [], total: 0 });
      },
    );

    it("finds the tasks of a session, and takes no other's for them", async () => {
      const sessionId = "0a1b2c3d-0000-4000-8000-0000000000aa";
      const item = make({ steps: undefined });
      const foreign = make({ steps: undefined, sessionId: TASK_ID });
      const items = [item, foreign, make({ steps: undefined, sessionId: null })];
      serve(bench, { items, totalItems: 3, pageNumber: 1, pageSize: 20 });
      const tasks = await bench.gateway.listSessionTasks(sessionId);
      expect(tasks.map(({ id }) => id)).toEqual([TASK_ID]);
      expect(bench.server.requests[0]?.url).toBe(
        `/api/v2/tasks?pageSize=20&pageNumber=1&sessionId=${sessionId}`,
      );
    });
  },
);
