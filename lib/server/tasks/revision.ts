import "server-only";
import { createHash } from "node:crypto";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";

/** Names the content of a task: equal contents have equal revisions. Screenshot addresses are no content. */
export function revisionOf(task: Task, steps: readonly Step[]): string {
  return createHash("sha256")
    .update(JSON.stringify([task, steps]))
    .digest("base64url")
    .slice(0, 22);
}
