import type { ReactNode } from "react";
import { SessionTasks } from "@/components/task/session-tasks";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import TaskWithoutData from "@/components/task/task-without-data";
import { ApiError, type ApiErrorCode } from "@/lib/client/api/api-error";
import { isProblemCode } from "@/lib/contract/problem";
import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import type { Task } from "@/lib/domain/task/task";
import { NOW } from "@/test/factories/run";
import { shopRun } from "@/test/factories/shop-run";
import { HOSTILE } from "./hostile";
import { nothing, type Panel } from "./panel";

const CODES: readonly ApiErrorCode[] = [
  ...Object.keys(PROBLEM_TITLES).filter(isProblemCode),
  "offline",
  "unreadable",
];

/** The page of a task without data, for each problem that our HTTP API has a name for. */
export const PROBLEMS: Panel = {
  id: "problems",
  title: "Problem pages",
  width: 26,
  isColumn: true,
  states: Object.fromEntries(CODES.map((code) => [code, problem(code)])),
};

export const OTHER_PAGES: Panel = {
  id: "other-pages",
  title: "Pages beside those of a task",
  width: 38,
  // One of them is as high as the window.
  height: 34,
  isColumn: true,
  states: {
    "the task is loading": <TaskWithoutData problem={null} isFetching onRetry={nothing} />,
    "the task is asked for": problem("upstream-timeout", { isFetching: true }),
    "asked again soon": problem("upstream-rate-limited", { retryAt: NOW + 12_000 }),
    "a session with several tasks": (
      <SessionTasks
        sessionId="5f0c1d2e-0000-4000-8000-000000000005"
        tasks={[
          listed(1, {}),
          listed(2, { status: "finished", verdict: { agent: true, judge: null, judgement: null } }),
          listed(3, { status: "failed", rawStatus: "timed_out", prompt: "" }),
          listed(4, { status: "unknown", rawStatus: HOSTILE, prompt: HOSTILE, startedAt: null }),
        ]}
      />
    ),
    "sign in": <SignInPage returnTo="/" takesPasswords />,
    "sign in by a proxy": <SignInPage returnTo="/" takesPasswords={false} />,
  },
};

function listed(last: number, task: Partial<Task>): Task {
  return shopRun({ id: `3c90c3cc-0d44-4b50-8888-00000000000${String(last)}`, ...task }).task;
}

function problem(
  code: ApiErrorCode,
  more: { retryAt?: number; isFetching?: boolean } = {},
): ReactNode {
  const { endsPolling } = new ApiError(code);
  return (
    <TaskWithoutData
      problem={{ code, retryAt: more.retryAt ?? null, endsPolling }}
      isFetching={more.isFetching ?? false}
      onRetry={nothing}
    />
  );
}
