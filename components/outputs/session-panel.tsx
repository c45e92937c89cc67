import { PublicNote } from "@/components/status/public-note";
import { TaskRows } from "@/components/status/task-rows";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { TaskSessionState } from "@/lib/client/task/use-task-session";
import { sessionRoutes } from "@/lib/contract/session-routes";
import type { Task } from "@/lib/domain/task/task";
import { Recordings } from "./recordings";
import { SessionFacts } from "./session-facts";

type SessionPanelProps = { task: Pick<Task, "id" | "run"> } & TaskSessionState;

/** What the session of a task tells, for an operator: its recordings, who else may see it, its other tasks. */
export function SessionPanel({ task, session, failure, reload }: SessionPanelProps) {
  if (session === null) {
    return (
      <section aria-label="Recording" aria-busy={failure === null}>
        <h2 className="text-[0.8125rem] font-semibold">Recording</h2>
        {failure === null ? (
          <Skeleton className="mt-2 h-10 w-full" />
        ) : (
          <p role="alert" className="mt-1 flex items-center justify-between gap-3 text-failure">
            It could not be asked for: {failure}.<Button onClick={reload}>Try again</Button>
          </p>
        )}
      </section>
    );
  }
  const { publicShareUrl, recordings, tasks } = session;
  return (
    <>
      {publicShareUrl !== null && <PublicNote href={publicShareUrl} />}
      <Recordings
        recordings={recordings}
        href={(browserId) => sessionRoutes.recording(task.id, browserId)}
      />
      {/* Runs of v4 tell of their browsers, and what each cost, with their output. */}
      {task.run === undefined && <SessionFacts session={session} />}
      {tasks.length > 0 && (
        <section aria-label="Other tasks of the session">
          <h2 className="mb-2 text-[0.8125rem] font-semibold">
            Other tasks of the session{" "}
            <span className="font-normal text-faint">{tasks.length}</span>
          </h2>
          <TaskRows tasks={tasks} />
        </section>
      )}
    </>
  );
}
