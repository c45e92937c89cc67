"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { deferHydration } from "@/components/ui/defer-hydration";
import { ApiError } from "@/lib/client/api/api-error";
import type { fetchTask } from "@/lib/client/api/fetch-task";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import { useIsNotifying } from "@/lib/client/browser/use-is-notifying";
import { useTask, type InitialTask } from "@/lib/client/task/use-task";
import { useTaskSignals } from "@/lib/client/task/use-task-signals";
import { sharedTaskRoutes } from "@/lib/contract/share-routes";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import type { ShareScope } from "@/lib/domain/sharing/grant";
import type { TaskViewName } from "@/lib/domain/task/task-views";
import { isFinal } from "@/lib/domain/task/task-status";
import { TaskHeader } from "./task-header";
import { TaskStage } from "./task-stage";

const LinkEnded = deferHydration(() => import("@/components/share/link-ended"));
const SharedPanels = deferHydration(async () => {
  const { default: panels, prepare } = await import("./shared-panels");
  return { default: panels, prepare };
});
const SharedWithoutData = deferHydration(() => import("./shared-without-data"));
const TaskSuspects = deferHydration(() => import("./task-suspects"));
const NotificationSwitch = deferHydration(() => import("@/components/status/notification-switch"));
const ShareLinkWatcher = deferHydration(() => import("./share-link-watcher"));
const TaskSideEffects = deferHydration(() => import("./task-side-effects"));

type SharedTaskPageProps = {
  shareId: string;
  scopes: readonly ShareScope[];
  /** When the link ends, ISO 8601. */
  until: string;
  initial: InitialTask;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
};

/** The page that a share link opens: what its scopes show of one task. When the link ends, so does all that was shown. */
export function SharedTaskPage(props: SharedTaskPageProps) {
  const { shareId, scopes } = props;
  const [hasEnded, setHasEnded] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    if (!hasEnded) return;
    queries.clear();
    // What the tab told of the task goes, too.
    document.title = "Shared task · Sightglass";
  }, [hasEnded, queries]);
  if (hasEnded) return <LinkEnded />;
  return (
    <TaskRoutesContext value={sharedTaskRoutes(shareId, scopes.includes("screenshots"))}>
      <SharedTask
        {...props}
        onEnd={() => {
          setHasEnded(true);
        }}
      />
    </TaskRoutesContext>
  );
}

/** How the page asks comes after the page itself, with its first question. */
const fetchLate: typeof fetchTask = async (...question) => {
  const { fetchSharedTask } = await import("@/lib/client/api/fetch-shared-task").catch(
    (cause: unknown) => {
      throw new ApiError("offline", null, null, { cause });
    },
  );
  return fetchSharedTask(...question);
};

function SharedTask(props: SharedTaskPageProps & { onEnd: () => void }) {
  const { shareId, scopes, until, initial, renderedAt, onEnd } = props;
  const isNotifying = useIsNotifying(shareId);
  const view = useTask(shareId, initial, isNotifying, fetchLate);
  const { snapshot, problem, isFetching, retry } = view;
  const signals = useTaskSignals(view, renderedAt, isNotifying);
  const [suspects, setSuspects] = useState<readonly Suspect[]>([]);
  const [wasOver] = useState(() => snapshot !== null && isFinal(snapshot.task.status));
  const hasEnded = problem?.code === "share-not-found";
  useEffect(() => {
    if (hasEnded) onEnd();
  }, [hasEnded, onEnd]);

  if (hasEnded) return <LinkEnded />;
  if (snapshot === null || signals === null) {
    return <SharedWithoutData problem={problem} isFetching={isFetching} onRetry={retry} />;
  }
  const isOver = isFinal(snapshot.task.status);
  const hasSteps = scopes.includes("steps");
  const { freshness, pace } = signals;
  return (
    <main id="main" className="flex h-[calc(100dvh-3rem)] min-h-[40rem] flex-col">
      <TaskHeader snapshot={snapshot} freshness={freshness} renderedAt={renderedAt} until={until}>
        {!isOver && <NotificationSwitch taskId={shareId} />}
      </TaskHeader>
      <TaskSideEffects
        task={snapshot.task}
        signals={signals}
        choiceId={shareId}
        isNotifying={isNotifying}
        isFetching={isFetching}
        isShared
        renderedAt={renderedAt}
        onRetry={retry}
      />
      <ShareLinkWatcher isFetching={isFetching} onAsk={retry} />
      {hasSteps && wasOver && (
        <TaskSuspects
          content={snapshot}
          pace={pace}
          at={renderedAt}
          onFind={setSuspects}
          as="bar"
        />
      )}
      {hasSteps ? (
        <TaskStage snapshot={snapshot} suspects={suspects} views={viewsOf(scopes)} />
      ) : (
        <SharedPanels task={snapshot.task} scopes={scopes} />
      )}
    </main>
  );
}

function viewsOf(scopes: readonly ShareScope[]): readonly TaskViewName[] {
  return [
    "steps",
    "step",
    ...(scopes.includes("output") ? (["output"] as const) : []),
    ...(scopes.includes("files") ? (["files"] as const) : []),
  ];
}
