import { TaskRows, type ListedTask } from "@/components/status/task-rows";

type SessionTasksProps = { sessionId: string; tasks: readonly ListedTask[] };

/** The page of an id that is a session's with several tasks: the reader chooses one. */
export function SessionTasks({ sessionId, tasks }: SessionTasksProps) {
  return (
    <main id="main" className="mx-auto w-full max-w-2xl grow p-6">
      <h1 className="text-lg font-semibold tracking-tight">Which task of this session?</h1>
      <p className="mt-1.5 mb-5 text-sm text-muted">
        <span className="font-mono break-all">{sessionId}</span> is the ID of a session. Its newest
        tasks:
      </p>
      <TaskRows tasks={tasks} />
    </main>
  );
}
