import "server-only";
import { addDecimals } from "@/lib/domain/text/decimal";
import { readJudgeFlags, readJudgement, readJudgeVerdict } from "@/lib/domain/task/judgement";
import type { TaskFile } from "@/lib/domain/task/task";
import { isFinal, toTaskStatus } from "@/lib/domain/task/task-status";
import type { Usage } from "@/lib/domain/task/usage";
import {
  sessionToDomain,
  type AllowLiveUrl,
} from "@/lib/server/upstream/contracts/session-to-domain";
import type { FullTask, SessionFacts } from "@/lib/server/upstream/contracts/upstream-task";
import type { FoldedFacts, RunFold } from "./fold-events";
import type { WireRun } from "./run-schema";

/** All that was read of a run. */
export type RunParts = {
  run: WireRun;
  /** Its status now, which may be newer than the run. */
  rawStatus: string;
  fold: RunFold;
  /** The browsers of its session; `null` when the upstream did not say. */
  session: SessionFacts;
  files: readonly TaskFile[];
  uploads: readonly TaskFile[];
  /** When it was first seen to have ended, where no event told that; ISO 8601 with `Z`. */
  endSeenAt: string | null;
};

/** Maps a run of v4. It has no claim of the agent's, and no steps but those that its log comes to. */
export function runToDomain(parts: RunParts, allow: AllowLiveUrl): FullTask {
  const { run, rawStatus, fold, files, uploads } = parts;
  const { facts } = fold;
  const status = toTaskStatus(rawStatus);
  const hasEnded = isFinal(status);
  const session = parts.session ?? sessionOfEvents(facts, hasEnded);
  const { sessionStatus, liveUrl } = sessionToDomain(null, session, allow);
  const screenshotUrls = new Map<number, string>();
  for (const { step, picture } of fold.steps) {
    if (picture !== null) screenshotUrls.set(step.number, picture);
  }
  const usage = usageOf(run, facts, hasEnded);
  return {
    contract: "v4",
    steps: fold.steps.map(({ step }) => step),
    screenshotUrls,
    liveUrl,
    sessionId: run.sessionId,
    task: {
      id: run.id.toLowerCase(),
      prompt: run.task,
      status,
      rawStatus,
      model: run.model,
      createdAt: run.createdAt,
      startedAt: toTime(facts.startedAt),
      finishedAt: hasEnded ? (toTime(facts.endedAt) ?? parts.endSeenAt) : null,
      output: run.result,
      verdict: {
        agent: null,
        judge: readJudgeVerdict(run.judgement),
        judgement: readJudgement(run.judgement),
      },
      judgeFlags: readJudgeFlags(run.judgement),
      suggestions: null,
      cost: addDecimals(usage.cost, facts.searchCost),
      files,
      uploads,
      metadata: {},
      agentVersion: null,
      sessionStatus,
      hasLive: liveUrl !== null,
      stepCount: fold.steps.length,
      cut: null,
      run: {
        title: run.title,
        error: run.error ?? facts.error,
        usage,
        searchCost: facts.searchCost,
        contextLimit: run.contextLimit,
        browsers: session?.browsers ?? null,
      },
    },
  };
}

/** What the events say of the browser, where it could not be asked for. It may be gone once the run has ended. */
function sessionOfEvents({ liveUrl }: FoldedFacts, hasEnded: boolean): SessionFacts {
  return liveUrl === null || hasEnded ? null : { id: null, status: "active", liveUrl };
}

/** While it runs by its events; after that by its own totals, which are the ones that are paid. */
function usageOf(run: WireRun, facts: FoldedFacts, hasEnded: boolean): Usage {
  const told = facts.callUsage ?? facts.stepUsage;
  const { totalInputTokens, totalOutputTokens, totalCostUsd } = run;
  const total = {
    inputTokens: totalInputTokens ?? told?.inputTokens ?? 0,
    outputTokens: totalOutputTokens ?? told?.outputTokens ?? 0,
    cost: totalCostUsd ?? told?.cost ?? null,
  };
  return hasEnded ? total : (told ?? total);
}

function toTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
