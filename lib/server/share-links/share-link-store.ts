import "server-only";
import { z } from "zod";
import { SHARE_SCOPES } from "@/lib/domain/sharing/grant";
import type { DataStore } from "@/lib/server/data/data-store";
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
 * and never opens one. Every call throws when the store cannot be used.
 */
export class ShareLinkStore {
  constructor(
    private readonly data: DataStore,
    private readonly now: () => number,
  ) {}

  async add(record: ShareRecord): Promise<void> {
    const { id, taskId: group, expiresAt } = record;
    const until = expiresAt + KEPT_AFTER_MS;
    await this.data.put({ kind: KIND, id, group, value: JSON.stringify(record), until });
  }

  /** The record; `null` for a link that was revoked, has ended, or never was. */
  async find(id: string): Promise<ShareRecord | null> {
    const value = await this.data.get(KIND, id);
    const record = value === null ? null : parseRecord(value);
    return record?.id === id ? record : null;
  }

  /** The links of a task that work now, the newest first. */
  async list(taskId: string): Promise<readonly ShareRecord[]> {
    const records = (await this.data.list(KIND, taskId)).map(({ value }) => parseRecord(value));
    return records
      .filter((record) => record !== null)
      .filter((record) => record.taskId === taskId && record.expiresAt > this.now())
      .sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Takes a link away; `false` when the task has no such link. */
  async revoke(taskId: string, id: string): Promise<boolean> {
    const record = await this.find(id);
    if (record?.taskId !== taskId) return false;
    return this.data.remove({ kind: KIND, id, group: taskId });
  }
}

/** The kind of its records, which is part of the keys in Redis. */
const KIND = "share";

/** A record is kept this long after its end, in milliseconds: until no instance's clock takes its token any more. */
const KEPT_AFTER_MS = LEEWAY_SECONDS * 1000;

/** Reads a record back from its text; `null` for anything else. */
function parseRecord(text: string): ShareRecord | null {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
