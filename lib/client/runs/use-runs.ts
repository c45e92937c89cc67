"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorCodeOf, type ApiErrorCode } from "@/lib/client/api/api-error";
import { readOlderRuns, runsQueryOptions, type AskedFilter } from "./runs-query";
import type { RunList } from "./run-list";

/** The account's tasks as far as they were read; `list: null` before the first answer. */
export type RunsView = {
  list: RunList | null;
  /** Why the newest request brought nothing; `null` when it did. */
  problem: ApiErrorCode | null;
  /** Reads one page more of older ones. */
  readOlder: () => void;
  isReadingOlder: boolean;
  /** Why the last of those brought nothing. */
  olderProblem: ApiErrorCode | null;
};

/** Follows the newest tasks of the account. */
export function useRuns(asked: AskedFilter): RunsView {
  const client = useQueryClient();
  const { data, error } = useQuery(runsQueryOptions(asked));
  const [older, setOlder] = useState<{ isReading: boolean; problem: ApiErrorCode | null }>(IDLE);
  const readOlder = async () => {
    setOlder({ isReading: true, problem: null });
    try {
      await readOlderRuns(client, asked, new AbortController().signal);
      setOlder(IDLE);
    } catch (cause) {
      setOlder({ isReading: false, problem: errorCodeOf(cause) });
    }
  };
  const problem = error === null ? null : errorCodeOf(error);
  return {
    // Who has signed out sees nothing of the tasks any longer.
    list: problem === "sign-in-required" ? null : (data ?? null),
    problem,
    readOlder: () => void readOlder(),
    isReadingOlder: older.isReading,
    olderProblem: older.problem,
  };
}

const IDLE = { isReading: false, problem: null };
