"use client";

import {
  CloudOff,
  KeyRound,
  RefreshCw,
  SearchX,
  Timer,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { NoticePage } from "@/components/ui/notice-page";
import type { ApiErrorCode } from "@/lib/client/api-error";
import { pageRoutes } from "@/lib/contract/routes";
import { NextTry } from "./next-try";
import { PROBLEM_WORDS } from "./problem-words";

const ICONS: Partial<Record<ApiErrorCode, LucideIcon>> = {
  "task-not-found": SearchX,
  "task-gone": SearchX,
  "bad-task-id": SearchX,
  "key-rejected": KeyRound,
  "upstream-rate-limited": Timer,
  "upstream-unavailable": CloudOff,
  "upstream-timeout": CloudOff,
  offline: CloudOff,
};

type ProblemPageProps = {
  code: ApiErrorCode;
  isFetching?: boolean;
  /** When the page tries again by itself, epoch milliseconds; `null` when it does not, or nobody knows. */
  retryAt?: number | null;
  onRetry?: () => void;
};

/** The page of a task that has no data to show. */
export function ProblemPage({
  code,
  isFetching = false,
  retryAt = null,
  onRetry,
}: ProblemPageProps) {
  const Icon = ICONS[code] ?? TriangleAlert;
  return (
    <NoticePage icon={<Icon aria-hidden="true" />} {...PROBLEM_WORDS[code]}>
      {retryAt !== null && <NextTry retryAt={retryAt} />}
      {onRetry !== undefined && (
        <Button look="primary" disabled={isFetching} onClick={onRetry}>
          <RefreshCw aria-hidden="true" />
          Try again
        </Button>
      )}
      <Link href={pageRoutes.home()} className={buttonClass()}>
        Open another task
      </Link>
    </NoticePage>
  );
}
