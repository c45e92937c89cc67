import "server-only";
import { z } from "zod";
import type { DataStore } from "@/lib/server/data/data-store";
import { NOTICE_EVENTS } from "@/lib/contract/notice";
import type { Told } from "./notice-policy";

const standingSchema = z.strictObject({
  event: z.enum(NOTICE_EVENTS),
  kind: z.string(),
  occasion: z.string(),
  isFinal: z.boolean(),
  need: z.string(),
});

const recordSchema = z.strictObject({
  taskId: z.string(),
  told: z.strictObject({
    count: z.number().int(),
    last: standingSchema,
    seen: standingSchema,
    changes: z.number().int(),
    toldAt: z.record(z.string(), z.number()),
    endedAt: z.number().nullable(),
  }),
});

/** The kinds of its records, which are part of the keys in Redis. */
const TOLD = "told";
const MARK = { kind: "told-list", id: "read", group: "all" };
/** Tasks that were opened at an instance that does not send: a kind of its own, as only the sender writes what was told. */
const OPENED = { kind: "told-opened", group: "all" };
const FOLLOWED = "followed";
const OVER = "over";

/** A task that says nothing new for so long is not followed any more. */
const FOLLOWED_MS = 7 * 86_400_000;
/** An end that was told is remembered so long, so that nobody tells it again. */
const OVER_MS = 86_400_000;

/**
 * What was told about tasks, which outlives a restart, and the tasks that are followed until their end. It has ids and
 * words of ours, and nothing that a task says. Every call rejects when the store cannot be used.
 */
export class ToldStore {
  constructor(
    private readonly data: DataStore,
    private readonly now: () => number,
  ) {}

  /** What was told about a task; `null` for one that was never followed, or long ago. */
  async find(taskId: string): Promise<Told | null> {
    const value = await this.data.get(TOLD, taskId);
    return value === null ? null : (parseRecord(value)?.told ?? null);
  }

  /** Every task that is followed. */
  async listFollowed(): Promise<readonly { taskId: string; told: Told }[]> {
    const listed = await this.data.list(TOLD, FOLLOWED);
    return listed.map(({ value }) => parseRecord(value)).filter((record) => record !== null);
  }

  /** Remembers a task as one that is followed. */
  async keep(taskId: string, told: Told): Promise<void> {
    const value = JSON.stringify({ taskId, told });
    const until = this.now() + FOLLOWED_MS;
    await this.data.put({ kind: TOLD, id: taskId, group: FOLLOWED, value, until });
  }

  /** Follows a task no longer; what was told about it is remembered for a day. */
  async end(taskId: string, told: Told): Promise<void> {
    await this.data.remove({ kind: TOLD, id: taskId, group: FOLLOWED });
    const value = JSON.stringify({ taskId, told });
    const until = this.now() + OVER_MS;
    await this.data.put({ kind: TOLD, id: taskId, group: OVER, value, until });
  }

  /** Follows a task no longer, and forgets it. */
  async forget(taskId: string): Promise<void> {
    await this.data.remove({ kind: TOLD, id: taskId, group: FOLLOWED });
  }

  /** Leaves a task that somebody opened to the sender. */
  async leave(taskId: string): Promise<void> {
    const until = this.now() + FOLLOWED_MS;
    await this.data.put({ ...OPENED, id: taskId, value: taskId, until });
  }

  /** The tasks that were left to the sender. */
  async listLeft(): Promise<readonly string[]> {
    const listed = await this.data.list(OPENED.kind, OPENED.group);
    return listed.map(({ value }) => value);
  }

  /** Notes that the sender has taken a task on. */
  async take(taskId: string): Promise<void> {
    await this.data.remove({ ...OPENED, id: taskId });
  }

  /** When the list of tasks was last read, epoch milliseconds; `null` for never, or long ago. */
  async listReadAt(): Promise<number | null> {
    const value = Number((await this.data.get(MARK.kind, MARK.id)) ?? Number.NaN);
    return Number.isFinite(value) ? value : null;
  }

  async noteListRead(at: number): Promise<void> {
    await this.data.put({ ...MARK, value: String(at), until: at + OVER_MS });
  }
}

/** Reads a record back from its text; `null` for anything else. */
function parseRecord(text: string): z.infer<typeof recordSchema> | null {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
