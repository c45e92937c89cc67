import "server-only";
import { toTaskStatus } from "@/lib/domain/task/task-status";
import type { DocumentedTask } from "./documented-schema";
import { sessionToDomain, type AllowLiveUrl } from "./session-to-domain";
import { stepsToDomain } from "./steps-to-domain";
import type { FullTask } from "./upstream-task";

/** Maps a task of the documented contract, which knows neither judge, cost nor time of creation. */
export function documentedToDomain(wire: DocumentedTask, allow: AllowLiveUrl): FullTask {
  const { steps, stepCount, screenshotUrls } = stepsToDomain(wire.steps);
  const { sessionStatus, liveUrl } = sessionToDomain(wire.sessionId, wire.session, allow);
  return {
    contract: "documented",
    steps,
    screenshotUrls,
    liveUrl,
    sessionId: wire.sessionId ?? wire.session?.id ?? null,
    task: {
      id: wire.id.toLowerCase(),
      prompt: wire.task,
      status: toTaskStatus(wire.status),
      rawStatus: wire.status,
      model: wire.llm,
      createdAt: null,
      startedAt: wire.startedAt,
      finishedAt: wire.finishedAt,
      output: wire.doneOutput,
      verdict: { agent: wire.isSuccess, judge: null, judgement: null },
      judgeFlags: null,
      suggestions: null,
      cost: null,
      files: wire.outputFiles,
      uploads: wire.userUploadedFiles,
      metadata: wire.metadata.value,
      agentVersion: wire.browserUseVersion,
      sessionStatus,
      hasLive: liveUrl !== null,
      stepCount,
      cut: wire.metadata.cut,
    },
  };
}
