import { isSessionActive, observe } from "./emulated-task";
import { liveUrl, naiveUtc, signed, wireFiles, wireSteps, type Scene } from "./shape-common";

/** A task as the current contract answers it: no session, `output`, cost, judge, durations. */
export function currentTask(scene: Scene): Record<string, unknown> {
  const { steps } = scene.task.script;
  return {
    ...currentItem(scene),
    steps: wireSteps(scene).map((step, index) => ({
      ...step,
      duration: steps[index]?.duration ?? null,
    })),
    outputFiles: wireFiles(scene, "files"),
  };
}

/** A task as it stands in a list: without steps and files. */
export function currentItem(scene: Scene): Record<string, unknown> {
  const { task, now } = scene;
  const ending = endingOf(scene);
  return {
    id: task.id,
    sessionId: task.sessionId,
    llm: task.script.model,
    task: task.script.prompt,
    status: currentStatus(scene),
    createdAt: naiveUtc(task.createdAt),
    startedAt: naiveUtc(task.startedAt),
    finishedAt: naiveUtc(task.endedAt),
    metadata: task.script.metadata ?? {},
    output: ending?.output ?? null,
    browserUseVersion: task.script.agentVersion === undefined ? "0.9.4" : task.script.agentVersion,
    isSuccess: ending?.isSuccess ?? null,
    judgement:
      ending?.judge === undefined
        ? null
        : ending.judge.raw !== undefined
          ? ending.judge.raw
          : JSON.stringify({ reasoning: ending.judge.reasoning, verdict: ending.judge.verdict }),
    judgeVerdict: ending?.judge?.verdict ?? null,
    cost: (0.004 + observe(task, now).stepsDone * 0.0073).toFixed(6),
    suggestions: ending?.suggestions ?? null,
  };
}

/** The light answer of `GET /tasks/{id}/status`. */
export function currentTaskStatus(scene: Scene): Record<string, unknown> {
  const { id, status, output, finishedAt, isSuccess, cost } = currentItem(scene);
  return { id, status, output, finishedAt, isSuccess, cost };
}

/** The session behind a task, which the others of it share. */
export function currentSession(scene: Scene, others: readonly Scene[]): Record<string, unknown> {
  const { task, now } = scene;
  const { script } = task;
  const isActive = isSessionActive(task, now);
  const isFilmed = !isActive && script.isRecorded === true;
  return {
    id: task.sessionId,
    status: isActive ? "active" : "stopped",
    liveUrl: liveUrl(scene),
    recordingUrl: isFilmed ? signed(scene, "recordings", "0", "recording.webm") : null,
    startedAt: naiveUtc(task.startedAt ?? task.createdAt),
    finishedAt: isActive ? null : naiveUtc(task.endedAt ?? now),
    tasks: [scene, ...others].map(currentItem),
    publicShareUrl: script.publicShareUrl ?? null,
    persistMemory: true,
    keepAlive: script.keepAlive ?? false,
    proxyUsedMb: script.proxy?.usedMb ?? "0",
    proxyCost: script.proxy?.cost ?? "0",
    // Documented for a browser alone.
    ...(script.isRecorded === false ? { recordingAvailable: false } : {}),
  };
}

function currentStatus({ task, now }: Scene): string {
  if (task.script.fixedStatus !== undefined && task.stoppedWith === null) {
    return task.script.fixedStatus;
  }
  const { phase } = observe(task, now);
  if (phase === "created") return "created";
  if (phase === "running") return "started";
  return task.stoppedWith === null ? (task.script.ending?.status ?? "finished") : "stopped";
}

function endingOf({ task, now }: Scene) {
  const isByItself = observe(task, now).phase === "ended" && task.stoppedWith === null;
  return isByItself ? task.script.ending : null;
}
