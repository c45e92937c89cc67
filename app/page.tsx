import { FirstSteps } from "@/components/home/first-steps";
import { HomeLists } from "@/components/home/home-lists";
import { OpenTaskForm } from "@/components/home/open-task-form";
import { DeferredRunsPanel } from "@/components/runs/deferred-runs-panel";
import { requireOperator, type PageQuery } from "@/lib/server/app/require-operator";

type HomeRoute = { searchParams: Promise<PageQuery> };

export default async function Home({ searchParams }: HomeRoute) {
  await requireOperator("/", await searchParams);
  return (
    <main id="main" className="mx-auto w-full max-w-7xl grow px-4 pt-8 pb-16">
      <h1 className="text-xl font-semibold tracking-tight">Watch a browser agent work</h1>
      <p className="mt-1 text-sm text-muted">
        Paste a task ID to follow a Browser Use Cloud run live, or open one of the runs below to see
        where it went wrong.
      </p>
      <OpenTaskForm />
      <HomeLists runs={<DeferredRunsPanel whenNone={<FirstSteps />} />} />
    </main>
  );
}
