import CutText from "@/components/ui/cut-text";
import { LongText } from "@/components/ui/long-text";
import { fetchStep } from "@/lib/client/api/fetch-full-texts";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { Step, StepTextField } from "@/lib/domain/task/step";

const LIMIT = 1500;

type StepTextProps = {
  taskId: string;
  step: Step;
  field: Exclude<StepTextField, "actions">;
  label: string;
};

/** A text that the agent wrote in a step: all of it, its beginning, or what is here of a huge one. */
export function StepText({ taskId, step, field, label }: StepTextProps) {
  const path = useTaskRoutes(taskId).step(step.number);
  const text = step[field];
  const size = step.cut?.[field];
  if (size !== undefined) {
    return (
      <CutText
        key={`${String(step.number)} ${field}`}
        label={label}
        text={text}
        size={size}
        load={async (signal) => (await fetchStep(path, signal))[field]}
        href={path}
        className={field === "url" ? "max-h-16 font-mono text-xs" : "max-h-80 text-sm"}
      />
    );
  }
  if (text.trim() === "") return <p className="text-faint">Nothing written.</p>;
  return (
    <p dir="auto" className="max-w-[75ch] agent-frame text-sm foreign-text whitespace-pre-wrap">
      <LongText text={text} limit={LIMIT} />
    </p>
  );
}
