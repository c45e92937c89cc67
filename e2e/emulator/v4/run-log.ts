import type { TaskScript } from "../script";
import type { LogEntry, LogFacts } from "./log-entry";
import { stepEntries } from "./step-entries";

/** Everything that the log of a run will ever hold, in its order: a script folded into events. */
export function runLog(script: TaskScript, facts: LogFacts): LogEntry[] {
  const { queueSeconds, steps, ending, model, files = [], run = {} } = script;
  const log: LogEntry[] = [{ at: 0, type: "run.created", data: {} }];
  if (queueSeconds === null) return log;
  log.push({ at: queueSeconds / 2, type: "run.dispatching", data: {} });
  if (steps.length === 0 && ending?.status === "failed") {
    const data = { error: ending.output ?? "" };
    return [...log, { at: queueSeconds, type: "run.dispatch_failed", data }];
  }
  log.push(
    { at: queueSeconds, type: "run.dispatched", data: {} },
    browserReady(queueSeconds, facts),
  );
  let from = queueSeconds;
  for (const [index, step] of steps.entries()) {
    const to = from + step.duration;
    const next = steps[index + 1];
    const answer = next === undefined && ending?.status === "finished" ? ending.output : null;
    log.push(...stepEntries({ step, next, index, from, to, model, answer }, facts));
    if (index + 1 === (run.filesAfterStep ?? steps.length) && files.length > 0) {
      log.push({ at: to, type: "outputs.promoted", data: { promoted: files.length } });
    }
    from = to;
  }
  return ending === null ? log : [...log, ...endEntries(script, ending, from)];
}

function browserReady(at: number, { browserId, liveUrl }: LogFacts): LogEntry {
  const data = { browser_session_id: browserId, live_view_url: liveUrl };
  return { at, type: "browser.ready", data };
}

function endEntries(
  { keepAlive = false }: TaskScript,
  ending: NonNullable<TaskScript["ending"]>,
  at: number,
): LogEntry[] {
  const released = keepAlive ? [] : [{ at, type: "browser.released", data: {} }];
  switch (ending.status) {
    case "stopped":
      return [...released, { at, type: "run.cancelled", data: {} }];
    case "failed": {
      const message = ending.output ?? "";
      const error = { name: "UnknownError", data: { message } };
      return [
        { at, type: "core.event", data: { type: "error", error } },
        ...released,
        { at, type: "run.failed", data: { error: message } },
      ];
    }
    default: {
      const promoted = { at, type: "state.promoted", data: { promoted: 1 } };
      return [promoted, ...released, { at, type: "run.completed", data: {} }];
    }
  }
}
