import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";

const BY_STATUS: ReadonlyMap<number, ProblemCode> = new Map<number, ProblemCode>([
  [401, "key-rejected"],
  [402, "credits-exhausted"],
  [403, "key-rejected"],
  [404, "task-not-found"],
  [408, "upstream-timeout"],
  [410, "task-gone"],
  [422, "bad-task-id"],
  [425, "upstream-unavailable"],
  [429, "upstream-rate-limited"],
  [504, "upstream-timeout"],
]);

/** What an upstream status means for us; `null` when the answer is good. */
export function problemForStatus(status: number): ProblemCode | null {
  if (status === 200) return null;
  const isRefusal = status >= 400 && status < 500;
  return BY_STATUS.get(status) ?? (isRefusal ? "upstream-refused" : "upstream-unavailable");
}
