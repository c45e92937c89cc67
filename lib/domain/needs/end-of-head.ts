import type { Task, Verdict } from "@/lib/domain/task/task";
import type { NeedReason } from "./need";

/** Why somebody should look at a run that is over, and where. */
export type EndSign = {
  reason: Exclude<NeedReason, "paused" | "stuck" | "live-after-end">;
  step: number | null;
  isGuess: boolean;
};

/** True when the judge or the agent says that a run failed. */
export function isDenied({ agent, judge }: Pick<Verdict, "agent" | "judge">): boolean {
  return agent === false || judge === false;
}

/** How a run ended by its head alone; `null` where that says nothing bad. */
export function endOfHead(task: Pick<Task, "status" | "rawStatus" | "verdict">): EndSign | null {
  if (task.status === "failed") {
    const isLimit = /time[\s_-]?(?:d[\s_-]?)?out/iu.test(task.rawStatus);
    return { reason: isLimit ? "limit" : "failed", step: null, isGuess: false };
  }
  if (task.status !== "finished" || !isDenied(task.verdict)) return null;
  return { reason: "disputed", step: null, isGuess: false };
}
