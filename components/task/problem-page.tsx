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
import type { ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import type { ApiErrorCode } from "@/lib/client/api/api-error";
import { apiErrorWords } from "@/lib/client/api/api-error-words";
import { pageRoutes } from "@/lib/contract/routes";

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
  onRetry?: () => void;
  /** What else there is to say, above the buttons. */
  children?: ReactNode;
};

/** The page of a task that has no data to show. */
export default function ProblemPage({
  code,
  isFetching = false,
  onRetry,
  children,
}: ProblemPageProps) {
  const Icon = ICONS[code] ?? TriangleAlert;
  return (
    <MessagePage icon={<Icon aria-hidden="true" />} {...apiErrorWords(code)}>
      {children}
      {onRetry !== undefined && (
        <Button look="primary" disabled={isFetching} onClick={onRetry}>
          <RefreshCw aria-hidden="true" />
          Try again
        </Button>
      )}
      <Link href={pageRoutes.home()} className={buttonClass()}>
        Open another task
      </Link>
    </MessagePage>
  );
}
