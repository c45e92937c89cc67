import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { Action } from "@/lib/domain/task/action";
import { actionLabel } from "@/lib/domain/steps/describe-action";
import { paramText } from "@/lib/domain/steps/telling-params";
import { formatDuration } from "@/lib/domain/text/format-duration";
import type { Step } from "@/lib/domain/task/step";
import { PrintedPart } from "./printed-part";

type PrintedStepProps = {
  taskId: string;
  step: Step;
  /** The step after it, in which the agent says how this one went. */
  next: Step | null;
};

const OUTCOMES = { success: "succeeded", failure: "failed", unknown: "" } as const;

/** One step on paper: its screenshot and every text, whole. */
export function PrintedStep({ taskId, step, next }: PrintedStepProps) {
  const { screenshot, hasPictures } = useTaskRoutes(taskId);
  const { number, cut } = step;
  const facts = [
    OUTCOMES[step.outcome],
    step.durationSeconds === null ? "" : formatDuration(step.durationSeconds),
  ].filter((fact) => fact !== "");
  return (
    <section>
      <h2>
        {[`Step ${String(number)}`, ...facts].join(", ")}
        {!step.isReported && ", no longer reported"}
      </h2>
      {hasPictures && step.hasScreenshot && (
        <img
          src={screenshot(number, 1280, step.screenshotKey)}
          alt={`Screenshot of step ${String(number)}`}
        />
      )}
      <dl>
        <PrintedPart name="Address" text={step.url} isCut={cut?.url !== undefined} />
        <PrintedPart name="Goal" text={step.nextGoal} isCut={cut?.nextGoal !== undefined} />
        <PrintedPart
          name={step.actions.length > 1 ? "Actions" : "Action"}
          text={step.actions.map(actionText).join("\n")}
          isCut={cut?.actions !== undefined}
        />
        <PrintedPart
          name="How it went"
          text={next?.evaluation ?? ""}
          isCut={next?.cut?.evaluation !== undefined}
        />
        <PrintedPart name="Memory" text={step.memory} isCut={cut?.memory !== undefined} />
      </dl>
    </section>
  );
}

function actionText(action: Action): string {
  if ("raw" in action) return action.raw;
  const params = Object.entries(action.params).map(
    ([key, value]) => `  ${key}: ${paramText(value)}`,
  );
  const { title, result, error } = action;
  const head = title === undefined ? "" : `: ${title}`;
  const notes = [
    ...(error === undefined ? [] : [`  Failed: ${error}`]),
    ...(result === undefined ? [] : [`  ${result}`]),
  ];
  return [`${actionLabel(action.name)}${head}`, ...params, ...notes].join("\n");
}
