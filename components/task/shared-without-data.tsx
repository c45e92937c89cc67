"use client";

import { CloudOff, RefreshCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { apiErrorWords } from "@/lib/client/api/api-error-words";
import type { PollProblem } from "@/lib/client/task/use-task";
import { NextTry } from "./next-try";
import { TaskSkeleton } from "./task-skeleton";

type SharedWithoutDataProps = {
  problem: PollProblem | null;
  isFetching: boolean;
  onRetry: () => void;
};

/** The page of a share link of whose task nothing is known so far. It speaks to somebody who cannot mend the server. */
export default function SharedWithoutData(props: SharedWithoutDataProps) {
  const { problem, isFetching, onRetry } = props;
  if (problem === null) return <TaskSkeleton />;
  const { code, retryAt, endsPolling } = problem;
  const { title, words } = apiErrorWords(code);
  return (
    <MessagePage
      icon={<CloudOff aria-hidden="true" />}
      title={endsPolling ? "The task is no longer there" : title}
      words={endsPolling ? "Browser Use Cloud has removed it, or does not know it." : words}
      next={endsPolling ? "Ask whoever sent the link." : "Retrying automatically."}
    >
      {retryAt !== null && <NextTry retryAt={retryAt} />}
      <Button look="primary" disabled={isFetching} onClick={onRetry}>
        <RefreshCw aria-hidden="true" />
        Try again
      </Button>
    </MessagePage>
  );
}
