import type { ReactNode } from "react";
import { Comparison } from "@/components/compare/comparison";
import type { PollProblem } from "@/lib/client/task/use-task";
import type { Step } from "@/lib/domain/task/step";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { NOW } from "@/test/factories/run";
import { shopRun, shopStep } from "@/test/factories/shop-run";
import { sampleSnapshot } from "@/test/factories/snapshot";
import { HOSTILE } from "./hostile";
import type { Panel } from "./panel";

const OTHER = { id: "3c90c3cc-0d44-4b50-8888-00000000000b" };

export const COMPARISONS: Panel = {
  id: "comparisons",
  title: "Two runs side by side",
  width: 42,
  isColumn: true,
  states: {
    "the same": compared(shopRun(), shopRun(OTHER)),
    "they part": compared(shopRun(), {
      ...shopRun({ ...OTHER, status: "failed" }),
      steps: parted(),
    }),
    "one has stopped, the other goes on": compared(
      shopRun({ status: "stopped" }, 2),
      shopRun(OTHER, 4),
      { code: "upstream-unavailable", retryAt: NOW + 5000, endsPolling: false },
    ),
    "no steps, and hostile": compared(
      shopRun({ prompt: HOSTILE }, 0),
      shopRun({ ...OTHER, prompt: HOSTILE }, 0),
    ),
  },
};

function parted(): readonly Step[] {
  const { steps } = shopRun();
  return steps.map((step) =>
    step.number < 3 ? step : { ...step, ...shopStep(step.number + 2), number: step.number },
  );
}

function compared(a: TaskContent, b: TaskContent, problem: PollProblem | null = null): ReactNode {
  return (
    <Comparison
      a={sampleSnapshot(a)}
      b={sampleSnapshot(b)}
      problems={{ a: null, b: problem }}
      renderedAt={NOW}
    />
  );
}
