import type { TaskDelta, TaskSnapshot } from "@/lib/contract/task-snapshot";
import { applyDelta } from "@/lib/domain/task/content-delta";
import { ApiError } from "./api-error";

/**
 * The snapshot after an answer: a delta laid over `base`, or a whole one. An answer older than what the page
 * shows (another instance may be behind) changes nothing. Throws `ApiError` for anything else.
 */
export function mergeAnswer(base: TaskSnapshot | null, body: unknown): TaskSnapshot {
  if (isDelta(body) && base !== null) {
    if (isOlder(body, base)) return base;
    const { task = {}, steps = [], removed = [] } = body;
    const content = applyDelta(base, { task, steps, removed });
    const { revision, fetchedAt, stale = null } = body;
    return { ...content, revision, fetchedAt, stale };
  }
  if (!isSnapshot(body)) throw new ApiError("unreadable");
  return base !== null && isOlder(body, base) ? base : body;
}

function isOlder(answer: { fetchedAt: string }, base: TaskSnapshot): boolean {
  return Date.parse(answer.fetchedAt) < Date.parse(base.fetchedAt);
}

/** The bodies are our own server's, built from the same types; this tells them from a captive portal's page. */
function isSnapshot(body: unknown): body is TaskSnapshot {
  const fields = fieldsOf(body);
  return (
    typeof fields.get("revision") === "string" &&
    typeof fields.get("task") === "object" &&
    fields.get("task") !== null &&
    Array.isArray(fields.get("steps"))
  );
}

function isDelta(body: unknown): body is TaskDelta {
  const fields = fieldsOf(body);
  return fields.get("delta") === true && typeof fields.get("revision") === "string";
}

function fieldsOf(body: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof body === "object" && body !== null ? Object.entries(body) : []);
}
