import type { QueuedMessage } from "browser-use-sdk/v4";
import type { Call } from "./call";
import { addRun, isActive } from "./create-run";
import { utc } from "./wire-event";

/** The most messages that may wait in one session. */
export const MOST_WAITING = 10;

/** The messages of a session, the oldest first. Those of its scripts are there from the beginning. */
export function messagesOf({ world, now }: Call, sessionId: string): QueuedMessage[] {
  const known = world.queues.get(sessionId);
  if (known !== undefined) return known;
  const texts = world.runsOfSession(sessionId).flatMap(({ script }) => script.run?.queue ?? []);
  const messages = texts.map((text, index) => message(sessionId, index + 1, text, now));
  world.queues.set(sessionId, messages);
  return messages;
}

/** Puts a message into a session's queue. */
export function enqueue(call: Call, sessionId: string, text: string, isInterrupt: boolean) {
  const messages = messagesOf(call, sessionId);
  const queued = message(sessionId, messages.length + 1, text, call.now);
  if (isInterrupt) queued.mode = "interrupt";
  messages.push(queued);
  return queued;
}

/** Makes a run of a session's oldest waiting message once no run of it is active: an interrupting one comes first. */
export function dispatchNext(call: Call, sessionId: string): void {
  const waiting = messagesOf(call, sessionId).filter(({ status }) => status === "pending");
  const next = waiting.find(({ mode }) => mode === "interrupt") ?? waiting[0];
  const runs = call.world.runsOfSession(sessionId);
  if (next === undefined || runs.some((run) => isActive(call, run))) return;
  const run = addRun(call, { prompt: next.text, sessionId });
  next.status = "consumed";
  next.runId = run.id;
}

function message(sessionId: string, id: number, text: string, now: number): QueuedMessage {
  return {
    id,
    sessionId,
    runId: null,
    mode: "queue",
    status: "pending",
    text,
    attachedFileIds: null,
    createdAt: utc(now),
  };
}
