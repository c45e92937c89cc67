import { startClock, type EmulatedTask } from "../emulated-task";
import { invalidId, isUuid } from "../ids";
import { detail, json, type Reply } from "../reply";
import { sceneOf, type Call } from "./call";
import { toFields } from "./fields";
import { isActive } from "./create-run";
import { NEWEST_FIRST, pageOf } from "./paging";
import { dispatchNext, enqueue, messagesOf, MOST_WAITING } from "./queue";
import { createdAt, sessionInfo } from "./run-shape";
import { cancelRun } from "./shown-log";

/** Answers `/sessions` and what is below it. */
export function sessionRoutes(call: Call, [id = "", part, ...rest]: string[]): Reply {
  if (id === "") {
    return call.method === "GET" ? listSessions(call) : detail(405, "Method Not Allowed");
  }
  if (!isUuid(id)) return invalidId("session_id");
  const sessionId = id.toLowerCase();
  const runs = call.world.runsOfSession(sessionId);
  const newest = newestOf(call, runs);
  if (newest === undefined) return detail(404, "Session not found");
  startClock(newest, call.now);
  if (part === undefined) {
    return call.method === "GET"
      ? json(sessionInfo(sceneOf(call, newest)))
      : detail(405, "Method Not Allowed");
  }
  return part === "queue" ? queueRoutes(call, sessionId, rest) : detail(404, "Not Found");
}

function listSessions(call: Call): Reply {
  const listed = call.world.listedRuns();
  const sessions = [...new Set(listed.map(({ sessionId }) => sessionId))]
    .map((id) => listed.filter(({ sessionId }) => sessionId === id))
    .flatMap((runs) => newestOf(call, runs) ?? [])
    .map((run) => sessionInfo(sceneOf(call, run)));
  const page = pageOf(sessions, call.url.searchParams, {
    keyOf: ({ createdAt, latestRunId: id }) => NEWEST_FIRST.keyOf({ createdAt, id }),
    isDescending: true,
    usual: 20,
    most: 100,
  });
  if (!page.ok) return page.reply;
  return json({ sessions: page.items, nextCursor: page.next, hasMore: page.next !== null });
}

function queueRoutes(call: Call, sessionId: string, [messageId, ...rest]: string[]): Reply {
  if (rest.length > 0) return detail(404, "Not Found");
  const messages = messagesOf(call, sessionId);
  const waiting = messages.filter(({ status }) => status === "pending");
  if (messageId !== undefined) {
    const message = messages.find(({ id }) => String(id) === messageId);
    if (message === undefined) return detail(404, "Message not found");
    if (call.method === "DELETE") {
      if (message.status !== "pending") return detail(409, "The message is already taken");
      message.status = "cancelled";
    }
    return json(message);
  }
  if (call.method === "GET") return json({ queue: waiting });
  if (call.method !== "POST") return detail(405, "Method Not Allowed");
  const { text, interrupt } = toFields(call.body);
  if (typeof text !== "string" || text === "") {
    return detail(422, [{ loc: ["body", "text"], msg: "Field required", type: "missing" }]);
  }
  if (waiting.length >= MOST_WAITING) return detail(429, "The queue of the session is full");
  const queued = enqueue(call, sessionId, text, interrupt === true);
  if (interrupt === true) interruptRuns(call, sessionId);
  dispatchNext(call, sessionId);
  return json(queued);
}

function interruptRuns(call: Call, sessionId: string): void {
  for (const run of call.world.runsOfSession(sessionId)) {
    if (isActive(call, run)) cancelRun(sceneOf(call, run));
  }
}

function newestOf(call: Call, runs: readonly EmulatedTask[]): EmulatedTask | undefined {
  return runs.toSorted((a, b) => createdAt(sceneOf(call, a)) - createdAt(sceneOf(call, b))).at(-1);
}
