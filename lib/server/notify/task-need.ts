import "server-only";
import type { Notice } from "@/lib/contract/notice";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** Why a task needs a person. `key` names the occasion: another one begins with another key. */
export type TaskNeed = NonNullable<Notice["need"]> & { key: string };

/** Tells why a task needs a person now, epoch milliseconds; `null` where it needs none. */
export type ReadNeed = (content: TaskContent, now: number) => TaskNeed | null;

/** Reads it from the rules of this house. */
export const readTaskNeed: ReadNeed = () => null;
