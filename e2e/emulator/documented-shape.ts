import { isSessionActive, observe } from "./emulated-task";
import { liveUrl, naiveUtc, wireFiles, wireSteps, type Scene } from "./shape-common";

/** A task as the documented contract answers it: session embedded, `doneOutput`, uploaded files. */
export function documentedTask(scene: Scene): Record<string, unknown> {
  return {
    ...documentedItem(scene),
    session: documentedSession(scene),
    steps: wireSteps(scene),
    userUploadedFiles: wireFiles(scene, "uploads"),
    outputFiles: wireFiles(scene, "files"),
  };
}

/** A task as it stands in a list: without session, steps and files. */
export function documentedItem({ task, now }: Scene): Record<string, unknown> {
  const moment = observe(task, now);
  const ending = moment.phase === "ended" && task.stoppedWith === null ? task.script.ending : null;
  return {
    id: task.id,
    sessionId: task.sessionId,
    llm: task.script.model,
    task: task.script.prompt,
    status: documentedStatus({ task, now }),
    // The documented contract has no word for "not started", and requires a start.
    startedAt: naiveUtc(task.startedAt ?? task.createdAt),
    finishedAt: naiveUtc(task.endedAt),
    metadata: task.script.metadata ?? {},
    isScheduled: false,
    doneOutput: ending?.output ?? null,
    browserUseVersion: task.script.agentVersion === undefined ? "0.7.9" : task.script.agentVersion,
    isSuccess: ending?.isSuccess ?? null,
  };
}

function documentedStatus({ task, now }: Pick<Scene, "task" | "now">): string {
  if (task.script.fixedStatus !== undefined && task.stoppedWith === null) {
    return task.script.fixedStatus;
  }
  if (observe(task, now).phase !== "ended") return task.isPausedByHand ? "paused" : "started";
  if (task.stoppedWith !== null) return "stopped";
  // It has no word for "failed" either.
  return task.script.ending?.status === "stopped" ? "stopped" : "finished";
}

function documentedSession(scene: Scene): Record<string, unknown> {
  const { task, now } = scene;
  const isActive = isSessionActive(task, now);
  return {
    id: task.sessionId,
    status: isActive ? "active" : "stopped",
    liveUrl: liveUrl(scene),
    startedAt: naiveUtc(task.startedAt ?? task.createdAt),
    finishedAt: isActive ? null : naiveUtc(task.endedAt ?? now),
  };
}
