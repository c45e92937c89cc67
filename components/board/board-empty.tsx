import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { pageRoutes } from "@/lib/contract/routes";

/** A board without tasks: what it is for, and how to fill it. */
export function BoardEmpty() {
  return (
    <section
      aria-labelledby="empty"
      className="mt-1 flex min-h-72 flex-col items-center justify-center rounded-lg border border-dashed border-line-strong p-6 text-center"
    >
      <h2 id="empty" className="text-sm font-semibold">
        No task on the board
      </h2>
      <p className="mt-1.5 max-w-md text-muted">
        A board shows several tasks at a glance: status, last screenshot and what each agent is
        doing. Add one above. An empty board begins with the tasks that you opened and that still go
        on. Its address names its tasks, so a link to it shows the same board.
      </p>
      <Link href={pageRoutes.home()} className={buttonClass("secondary", "mt-4")}>
        Open a task
      </Link>
    </section>
  );
}
