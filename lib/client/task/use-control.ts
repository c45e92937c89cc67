"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorCodeOf } from "@/lib/client/api/api-error";
import { apiErrorWords } from "@/lib/client/api/api-error-words";
import { controlTask } from "@/lib/client/api/control-task";
import type { TaskControl } from "@/lib/contract/task-control";

/** What was last done to a task, as its buttons show it. */
type ControlState = {
  isBusy: boolean;
  /** Why it did not work, in words; `null` when it did, or before the first. */
  failure: string | null;
  /** Does it; gives whether that worked. */
  act: (wish: TaskControl) => Promise<boolean>;
};

/** Changes a task upstream, and has its page read it anew. */
export function useControl(taskId: string): ControlState {
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  return {
    isBusy,
    failure,
    act: async (wish) => {
      setIsBusy(true);
      setFailure(null);
      const error = await controlTask(taskId, wish).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error !== null) setFailure(controlFailure(error));
      setIsBusy(false);
      // The page of a task that is over does not ask again by itself.
      await client.invalidateQueries();
      return error === null;
    },
  };
}

/** Why a call did not work, in words. Nobody knows of one whose answer was lost whether it arrived. */
export function controlFailure(error: unknown): string {
  const code = errorCodeOf(error);
  if (code === "offline" || code === "unreadable") {
    return "No answer came from this server: it may have been done or not. Look at the task before you try again.";
  }
  const { title, words } = apiErrorWords(code);
  return `${title}. ${words}`;
}
