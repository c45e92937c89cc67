import "server-only";

/** Ids for tests. */
export const TASK_ID = "0a1b2c3d-0000-4000-8000-000000000001";
export const SESSION_ID = "0a1b2c3d-0000-4000-8000-0000000000aa";
export const FILE_ID = "0a1b2c3d-0000-4000-8000-0000000000f1";

/** A step as both contracts carry it. */
export function wireStep(
  number: number,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    number,
    memory: `Memory ${String(number)}`,
    evaluationPreviousGoal: number === 1 ? "" : "Success - it worked",
    nextGoal: `Goal ${String(number)}`,
    url: "https://shop.example/",
    screenshotUrl: `https://bucket.example/${String(number)}.png?sig=1`,
    actions: ['{"click":{"index":1}}'],
    ...more,
  };
}

/** A running task in the documented shape. */
export function documentedTask(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: TASK_ID,
    sessionId: SESSION_ID,
    session: {
      id: SESSION_ID,
      status: "active",
      liveUrl: "https://live.browser-use.com/?t=1",
      startedAt: "2026-01-02T03:04:05.678901",
      finishedAt: null,
    },
    llm: "some-model",
    task: "Buy milk",
    status: "started",
    startedAt: "2026-01-02T03:04:05.678901",
    finishedAt: null,
    metadata: { team: "shop" },
    isScheduled: false,
    steps: [wireStep(1), wireStep(2)],
    doneOutput: null,
    userUploadedFiles: [{ id: FILE_ID, fileName: "in.csv" }],
    outputFiles: [{ id: FILE_ID, fileName: "out.csv" }],
    browserUseVersion: "0.6.0",
    isSuccess: null,
    ...more,
  };
}

/** The same task in the current shape. */
export function currentTask(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: TASK_ID,
    sessionId: SESSION_ID,
    llm: "some-model",
    task: "Buy milk",
    status: "started",
    createdAt: "2026-01-02T03:04:00",
    startedAt: "2026-01-02T03:04:05.678901",
    finishedAt: null,
    metadata: { team: "shop" },
    steps: [wireStep(1, { duration: 2.5 }), wireStep(2, { duration: 3 })],
    output: null,
    outputFiles: [{ id: FILE_ID, fileName: "out.csv" }],
    browserUseVersion: "0.9.0",
    isSuccess: null,
    judgement: null,
    judgeVerdict: null,
    cost: "0.0312",
    suggestions: null,
    ...more,
  };
}

/** The session of the task in the current shape. */
export function currentSession(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: SESSION_ID,
    status: "active",
    liveUrl: "https://live.browser-use.com/?t=1",
    startedAt: "2026-01-02T03:04:05",
    finishedAt: null,
    tasks: [],
    keepAlive: false,
    ...more,
  };
}
