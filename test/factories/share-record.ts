import "server-only";
import type { ShareRecord } from "@/lib/server/share-links/share-link-store";

/** Ids for tests. */
export const SHARE_ID = "BBBBBBBBBBBBBBBBBBBBBA";
export const SHARED_TASK_ID = "0a1b2c3d-0000-4000-8000-000000000001";

/** A record that works for an hour from `now` on. */
export function shareRecord(now: number, more: Partial<ShareRecord> = {}): ShareRecord {
  return {
    id: SHARE_ID,
    taskId: SHARED_TASK_ID,
    scopes: ["status", "steps"],
    step: 4,
    createdAt: now,
    expiresAt: now + 3_600_000,
    who: null,
    ...more,
  };
}
