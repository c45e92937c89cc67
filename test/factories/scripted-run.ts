import type { TaskScript } from "@/e2e/emulator/script";
import { parseAction } from "@/lib/domain/task/action";
import { outcomeOf } from "@/lib/domain/task/outcome";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { testContent } from "./content";

/** A scenario of the emulator as it is when all of its steps are done, and it has ended at `endedAt` if it ever does. */
export function scriptedRun(script: TaskScript, endedAt: string): TaskContent {
  const { ending, steps } = script;
  return testContent({
    task: {
      prompt: script.prompt,
      ...(ending === null
        ? { status: script.fixedStatus === "paused" ? "paused" : "running" }
        : {
            status: ending.status,
            rawStatus: ending.status,
            output: ending.output,
            finishedAt: endedAt,
            verdict: {
              agent: ending.isSuccess,
              judge: ending.judge?.verdict ?? null,
              judgement: ending.judge?.reasoning ?? null,
            },
          }),
      hasLive: ending === null || script.keepAlive === true,
    },
    steps: steps.map(({ memory, evaluation, goal, url, actions, duration }, index) => ({
      memory,
      evaluation,
      nextGoal: goal,
      url,
      actions: actions.map(parseAction),
      durationSeconds: duration,
      outcome: outcomeOf(steps[index + 1]?.evaluation ?? ""),
    })),
  });
}
