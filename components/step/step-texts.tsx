import type { ReactNode } from "react";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { StepChange } from "@/lib/domain/changes/step-changes";
import type { Step } from "@/lib/domain/task/step";
import { ChangeWords } from "./change-words";
import CutActions from "./cut-actions";
import { StepActions } from "./step-actions";
import { StepText } from "./step-text";

/** What the agent set out to do in a step; nothing where it did not say. */
export function StepGoal({ taskId, step }: { taskId: string; step: Step }) {
  if (step.nextGoal.trim() === "") return null;
  return (
    <section aria-label="Goal">
      <h3 className="mb-0.5 text-xs font-medium text-faint">Goal</h3>
      <StepText taskId={taskId} step={step} field="nextGoal" label="Goal" />
    </section>
  );
}

type StepTextsProps = {
  taskId: string;
  step: Step;
  next: Step | null;
  /** What the step changed on the screen; `null` where that is not known. */
  change: StepChange | null;
};

/** What the agent did and wrote around a step, in the order it happened. */
export function StepTexts({ taskId, step, next, change }: StepTextsProps) {
  const memoryName = useTaskRoutes(taskId).isRun ? "Reasoning" : "Memory";
  const actionsSize = step.cut?.actions;
  const isJudged = step.evaluation.trim() !== "";
  // An agent that judges none of its steps will not judge this one, either.
  const isToBeJudged = next === null ? isJudged : next.evaluation.trim() !== "";
  return (
    <dl className="flex min-w-0 flex-col gap-4">
      <Part
        name={step.actions.length > 1 ? `Actions (${String(step.actions.length)})` : "Action"}
        came={change !== null && <ChangeWords change={change} />}
      >
        {actionsSize === undefined ? (
          <StepActions actions={step.actions} />
        ) : (
          <CutActions key={step.number} taskId={taskId} step={step} size={actionsSize} />
        )}
      </Part>
      {isToBeJudged && (
        <Part
          name="How it went"
          hint="The agent's own judgement, written in the step after this one."
        >
          {next === null ? (
            // Its room is there before it comes, so that nothing below moves.
            <p className="min-h-11 text-sm text-faint">Written in the step after this one.</p>
          ) : (
            <div className="min-h-11">
              <StepText taskId={taskId} step={next} field="evaluation" label="How it went" />
            </div>
          )}
        </Part>
      )}
      {isJudged && (
        <Part name="Evaluation of the previous step">
          <StepText
            taskId={taskId}
            step={step}
            field="evaluation"
            label="Evaluation of the previous step"
          />
        </Part>
      )}
      {step.memory.trim() !== "" && (
        <Part name={memoryName}>
          <StepText taskId={taskId} step={step} field="memory" label={memoryName} />
        </Part>
      )}
    </dl>
  );
}

type PartProps = {
  name: string;
  hint?: string;
  /** What came of it, in a few words beside the name, where it moves nothing. */
  came?: ReactNode;
  children: ReactNode;
};

function Part({ name, hint, came, children }: PartProps) {
  return (
    <div>
      <dt className="mb-1 flex justify-between gap-3 text-xs font-medium text-faint" title={hint}>
        {name}
        {came}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
