import { FirstSteps } from "@/components/home/first-steps";
import { OpenTaskForm } from "@/components/home/open-task-form";
import { RecentTasks } from "@/components/home/recent-tasks";
import { requireOperator } from "@/lib/server/app/require-operator";

export default async function Home() {
  await requireOperator("/", {});
  return (
    <main id="main" className="mx-auto w-full max-w-2xl grow px-4 pt-[12vh] pb-16">
      <h1 className="text-2xl font-semibold tracking-tight">Watch a browser agent work</h1>
      <p className="mt-1.5 text-sm text-muted">
        Paste a task ID to follow a Browser Use Cloud run live, or to see where a finished one went
        wrong.
      </p>
      <OpenTaskForm />
      <RecentTasks whenNone={<FirstSteps />} />
    </main>
  );
}
