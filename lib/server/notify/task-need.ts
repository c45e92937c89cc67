import "server-only";
import type { Notice } from "@/lib/contract/notice";
import type { StepPace } from "@/lib/domain/freshness/step-pace";
import { needOf } from "@/lib/domain/needs/need-of";
import { needWords } from "@/lib/domain/needs/need-words";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** Why a task needs a person. `key` names the occasion: another one begins with another key. */
export type TaskNeed = NonNullable<Notice["need"]> & { key: string };

/** Reads why a task needs a person, by an answer that was confirmed at `at`, epoch milliseconds; `null` for nothing. */
export function readTaskNeed(content: TaskContent, at: number, pace: StepPace): TaskNeed | null {
  const need = needOf(content, at, pace);
  return need === null ? null : { ...need, title: needWords(need).title };
}
