import CutText from "@/components/ui/cut-text";
import { fetchTaskTexts } from "@/lib/client/api/fetch-full-texts";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { Task, TaskTextField } from "@/lib/domain/task/task";

type CutTaskTextProps = {
  task: Task;
  field: TaskTextField;
  /** The size of the whole text, in bytes. */
  size: number;
  label: string;
};

/** A text of a task that was cut for its size. */
export default function CutTaskText({ task, field, size, label }: CutTaskTextProps) {
  const { prompt, output, verdict } = task;
  const routes = useTaskRoutes(task.id);
  const text = { prompt, output, judgement: verdict.judgement }[field] ?? "";
  return (
    <CutText
      label={label}
      text={text}
      size={size}
      load={async (signal) => (await fetchTaskTexts(routes.output, signal))[field] ?? ""}
      href={routes.output}
      className={field === "output" ? "max-h-[60dvh] text-sm" : "max-h-40 text-sm"}
    />
  );
}
