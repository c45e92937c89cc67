import "server-only";
import { createHash } from "node:crypto";
import type { Task } from "@/lib/domain/task/task";
import { isFinal } from "@/lib/domain/task/task-status";
import type { NoticeEvent } from "@/lib/contract/notice";
import type { Standing, Told } from "./notice-policy";
import type { TaskNeed } from "./task-need";

/** Needs that may come up after the end of a task was told. Others stand in that message. */
const AFTER_END: ReadonlySet<string> = new Set(["disputed", "live-after-end"]);

/**
 * Sums up how a task stands after what was told about it. What nobody wants to hear of, as `wanted` says, counts as a
 * task that goes on.
 */
export function standingOf(
  { status }: Pick<Task, "status">,
  need: TaskNeed | null,
  told: Told,
  wanted: ReadonlySet<NoticeEvent>,
): Standing {
  const key = need === null ? "" : digest(need.key);
  if (isFinal(status)) return standingAtEnd(status, need, key, told, wanted);
  const going = { isFinal: false, need: key };
  if (status === "paused" && wanted.has("paused")) {
    return { event: "paused", kind: "paused", occasion: "", ...going };
  }
  const isUrgent = need !== null && need.severity !== "look" && need.reason !== "paused";
  if (isUrgent && wanted.has("needs-person")) {
    return { event: "needs-person", kind: kindOf(need), occasion: key, ...going };
  }
  return { event: "back-to-normal", kind: "back-to-normal", occasion: "", ...going };
}

function standingAtEnd(
  status: string,
  need: TaskNeed | null,
  key: string,
  told: Told,
  wanted: ReadonlySet<NoticeEvent>,
): Standing {
  const ended = { isFinal: true, need: key };
  const first = { event: "ended", kind: `ended/${status}`, occasion: "", ...ended } as const;
  if (told.endedAt === null) return first;
  const isNew = need !== null && AFTER_END.has(need.reason) && key !== told.last.need;
  if (isNew && wanted.has("needs-person")) {
    return { event: "needs-person", kind: kindOf(need), occasion: key, ...ended };
  }
  // A need that has passed after the end is no news.
  return told.last.event === "needs-person" ? told.last : first;
}

function kindOf(need: TaskNeed): string {
  return `needs-person/${need.reason}`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
