import { describe, expect, it } from "vitest";
import { serve, gatewayBench } from "@/test/upstream/gateway";
import { sendJson } from "@/test/upstream/server";
import { currentSession, currentTask, TASK_ID } from "@/test/upstream/task";

const bench = gatewayBench();

describe("the gateway and the session of the current contract", () => {
  const sessionCalls = () =>
    bench.server.requests.filter(({ url }) => url.includes("/sessions/")).length;

  it("asks for the session at most once in five seconds", async () => {
    serve(bench, currentTask());
    for (let call = 0; call < 6; call += 1) {
      expect((await bench.gateway.getTask(TASK_ID, null)).task.hasLive).toBe(true);
      bench.now += 1000;
    }
    expect(sessionCalls()).toBe(2);
  });

  it("finds a browser that was kept alive, and looks once where it was not", async () => {
    const ended = currentTask({ status: "finished", finishedAt: "2026-01-02T02:00:00" });
    serve(bench, ended);
    expect((await bench.gateway.getTask(TASK_ID, null)).task.hasLive).toBe(true);
    bench.now += 6000;
    serve(bench, ended, currentSession({ status: "stopped", liveUrl: null }));
    for (let call = 0; call < 5; call += 1) {
      expect((await bench.gateway.getTask(TASK_ID, null)).task.sessionStatus).toBe("stopped");
      bench.now += 6000;
    }
    expect(sessionCalls()).toBe(2);
  });

  it("does not ask for the session of a task that ended long ago", async () => {
    serve(bench, currentTask({ status: "finished", finishedAt: "2025-12-31T02:00:00" }));
    expect((await bench.gateway.getTask(TASK_ID, null)).task.sessionStatus).toBeNull();
    expect(sessionCalls()).toBe(0);
  });

  it("asks at once when the task has ended, so that its live view ends with it", async () => {
    serve(bench, currentTask());
    expect((await bench.gateway.getTask(TASK_ID, null)).task.hasLive).toBe(true);
    bench.server.answer = (request, response) => {
      const isSession = request.url?.includes("/sessions/") === true;
      const session = { id: currentTask().sessionId, status: "stopped", liveUrl: null };
      const ended = currentTask({ status: "finished", finishedAt: "2026-01-02T02:00:00" });
      sendJson(response, isSession ? session : ended);
    };
    expect((await bench.gateway.getTask(TASK_ID, null)).task).toMatchObject({
      hasLive: false,
      sessionStatus: "stopped",
    });
  });

  it("reads the task although its session fails, hangs or is gone", async () => {
    for (const status of [500, 404, 429, 200]) {
      bench.now += 60_000;
      bench.server.answer = (request, response) => {
        if (request.url?.includes("/sessions/") !== true) sendJson(response, currentTask());
        else sendJson(response, "no session", status);
      };
      const { task } = await bench.gateway.getTask(TASK_ID, null);
      expect(task).toMatchObject({ status: "running", sessionStatus: null, hasLive: false });
    }
  });

  it("keeps a live view through one failed session call", async () => {
    serve(bench, currentTask());
    await bench.gateway.getTask(TASK_ID, null);
    bench.now += 6000;
    bench.server.answer = (request, response) => {
      if (request.url?.includes("/sessions/") === true) sendJson(response, {}, 500);
      else sendJson(response, currentTask());
    };
    expect((await bench.gateway.getTask(TASK_ID, null)).task.hasLive).toBe(true);
    bench.now += 31_000;
    expect((await bench.gateway.getTask(TASK_ID, null)).task.hasLive).toBe(false);
  });

  it("keeps judge, cost and durations apart from the agent's claim", async () => {
    const judgement = JSON.stringify({ verdict: false, failure_reason: "No milk" });
    serve(bench, currentTask({ isSuccess: true, judgeVerdict: false, judgement, cost: "NaN" }));
    const { task, steps } = await bench.gateway.getTask(TASK_ID, null);
    expect(task.verdict).toEqual({ agent: true, judge: false, judgement: "No milk" });
    expect(task.cost).toBeNull();
    expect(steps[0]?.durationSeconds).toBe(2.5);
  });
});
