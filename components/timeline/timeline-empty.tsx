import type { TaskStatus } from "@/lib/domain/task/task-status";

const WORDS: Record<TaskStatus, { title: string; words: string }> = {
  created: {
    title: "Not started yet",
    words: "The task is accepted. Its first step appears here as soon as the agent starts.",
  },
  running: { title: "Waiting for the first step", words: "The agent is starting its browser." },
  paused: { title: "No steps yet", words: "The task was paused before its first step." },
  finished: { title: "No steps", words: "The task finished without a step." },
  failed: {
    title: "No steps",
    words: "The task failed before its first step. The output may say why.",
  },
  stopped: { title: "No steps", words: "The task was stopped before its first step." },
  unknown: { title: "No steps yet", words: "If the task goes on, its steps appear here." },
};

/** What stands in the timeline of a task that has no step. */
export default function TimelineEmpty({ status }: { status: TaskStatus }) {
  const { title, words } = WORDS[status];
  return (
    <div className="flex h-full min-h-48 flex-col items-center justify-center gap-1 p-8 text-center">
      <p className="font-medium">{title}</p>
      <p className="max-w-64 text-muted">{words}</p>
    </div>
  );
}
