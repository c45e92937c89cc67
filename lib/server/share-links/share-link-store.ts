import "server-only";
import { z } from "zod";
import { SHARE_SCOPES } from "@/lib/domain/sharing/grant";
import { LEEWAY_SECONDS } from "./share-token";

/** A share link that was made and not revoked. It holds no token: who reads the store can open nothing. */
export type ShareRecord = z.infer<typeof recordSchema>;

const recordSchema = z.strictObject({
  id: z.string(),
  taskId: z.string(),
  scopes: z.array(z.enum(SHARE_SCOPES)).readonly(),
  /** The step that the link opens at. */
  step: z.number().int().nullable(),
  /** Epoch milliseconds. */
  createdAt: z.number().int(),
  expiresAt: z.number().int(),
  who: z.string().nullable(),
});

/**
 * The links that are allowed: what is not in it does not work, so that a store that loses something closes links
 * and never opens one. Every call throws when the store cannot be reached.
 */
export type ShareLinkStore = {
  add(record: ShareRecord): Promise<void>;
  /** The record; `null` for a link that was revoked, has ended, or never was. */
  find(id: string): Promise<ShareRecord | null>;
  /** The links of a task that work now, the newest first. */
  list(taskId: string): Promise<readonly ShareRecord[]>;
  /** Takes a link away; `false` when the task has no such link. */
  revoke(taskId: string, id: string): Promise<boolean>;
};

/** A record is kept this long after its end, in milliseconds: until no instance's clock takes its token any more. */
const KEPT_AFTER_MS = LEEWAY_SECONDS * 1000;

/** How long a record is worth keeping from `now` on, in milliseconds. */
export function keepMs({ expiresAt }: ShareRecord, now: number): number {
  return Math.max(1, expiresAt + KEPT_AFTER_MS - now);
}

/** Those that have not expired, the newest first. */
export function current(records: readonly ShareRecord[], now: number): readonly ShareRecord[] {
  return records
    .filter(({ expiresAt }) => expiresAt > now)
    .sort((a, b) => b.createdAt - a.createdAt);
}

/** Reads a record back from its text; `null` for anything else. */
export function parseRecord(text: string): ShareRecord | null {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
