"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Board, BoardEntry } from "@/lib/contract/board";
import type { StepPace } from "@/lib/domain/freshness/step-pace";
import { errorCodeOf, type ApiErrorCode } from "@/lib/client/api/api-error";
import { boardQueryOptions, startBoard } from "./board-query";
import { useIsOnline } from "@/lib/client/browser/use-is-online";

/** One tile; `entry: null` until its first answer, and `pace: null` until its first good one. */
export type BoardTile = { id: string; entry: BoardEntry | null; pace: StepPace | null };

/** The board as the page shows it. `problem` is why the newest request brought nothing. */
export type BoardView = { tiles: readonly BoardTile[]; problem: ApiErrorCode | null };

/** Polls all tasks of a board with one request at a time, for as long as one of them can change. */
export function useBoard(taskIds: readonly string[], initial: Board | null): BoardView {
  const client = useQueryClient();
  const [memory] = useState(() => startBoard(client, initial));
  const isOnline = useIsOnline();
  const { data, error } = useQuery(boardQueryOptions(taskIds, memory));
  // Who has signed out sees nothing of the tasks any longer.
  const code = error === null ? null : errorCodeOf(error);
  const isSignedOut = code === "sign-in-required";
  const known = isSignedOut ? undefined : data;
  const entries = new Map(known?.board.entries.map((entry) => [entry.id, entry]));
  return {
    tiles: taskIds.map((id) => ({
      id,
      entry: entries.get(id) ?? null,
      pace: known?.paces.get(id) ?? null,
    })),
    problem: isOnline ? code : "offline",
  };
}
