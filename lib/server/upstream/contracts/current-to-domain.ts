import "server-only";
import { readJudgeFlags, readJudgement } from "@/lib/domain/task/judgement";
import { toTaskStatus } from "@/lib/domain/task/task-status";
import type { CurrentTask } from "./current-schema";
import { sessionToDomain, type AllowLiveUrl } from "./session-to-domain";
import { stepsToDomain } from "./steps-to-domain";
import type { SessionFacts, FullTask } from "./upstream-task";

/** Maps a task of the current contract; its session comes from a call of its own, or not at all. */
export function currentToDomain(
  wire: CurrentTask,
  session: SessionFacts,
  allow: AllowLiveUrl,
): FullTask {
  const { steps, stepCount, screenshotUrls } = stepsToDomain(wire.steps);
  const { sessionStatus, liveUrl } = sessionToDomain(wire.sessionId, session, allow);
  return {
    contract: "current",
    steps,
    screenshotUrls,
    liveUrl,
    sessionId: wire.sessionId,
    task: {
      id: wire.id.toLowerCase(),
      prompt: wire.task,
      status: toTaskStatus(wire.status),
      rawStatus: wire.status,
      model: wire.llm,
      createdAt: wire.createdAt,
      startedAt: wire.startedAt,
      finishedAt: wire.finishedAt,
      output: wire.output,
      verdict: {
        agent: wire.isSuccess,
        judge: wire.judgeVerdict,
        judgement: readJudgement(wire.judgement),
      },
      judgeFlags: readJudgeFlags(wire.judgement),
      suggestions: wire.suggestions,
      cost: wire.cost,
      files: wire.outputFiles,
      uploads: [],
      metadata: wire.metadata.value,
      agentVersion: wire.browserUseVersion,
      sessionStatus,
      hasLive: liveUrl !== null,
      stepCount,
      cut: wire.metadata.cut,
    },
  };
}
