import "server-only";
import { z } from "zod";
import type { SeenMark } from "@/lib/contract/seen-needs";
import type { DataStore } from "@/lib/server/data/data-store";
import { SeenMarksUnavailable } from "./seen-marks-unavailable";

/** A need of an end is news for a day; a run that waits may do so for weeks. */
const KEPT_MS = 30 * 86_400_000;
/** A task has a mark for each occasion that was seen; of more than these the oldest go. */
const MOST_OF_TASK = 20;
/** The kind of its records, which is part of the keys in Redis. */
const KIND = "seen";

const recordSchema = z.strictObject({
  key: z.string(),
  /** Epoch milliseconds. */
  at: z.number().int(),
  who: z.string().nullable(),
});

/** What operators have seen of the needs of runs. Every call throws `SeenMarksUnavailable` when the store cannot be used. */
export class SeenMarkStore {
  constructor(
    private readonly data: DataStore,
    private readonly now: () => number,
  ) {}

  /** Marks a need as seen, for everybody. */
  add(taskId: string, key: string, who: string | null): Promise<void> {
    return told(this.put(taskId, key, who));
  }

  /** Takes a mark away; `false` where there was none. */
  remove(taskId: string, key: string): Promise<boolean> {
    return told(this.data.remove({ kind: KIND, id: idOf(taskId, key), group: taskId }));
  }

  /** The marks of these tasks, in no order. */
  async list(taskIds: readonly string[]): Promise<readonly SeenMark[]> {
    return (await told(Promise.all(taskIds.map((taskId) => this.marksOf(taskId))))).flat();
  }

  private async put(taskId: string, key: string, who: string | null): Promise<void> {
    const at = this.now();
    await this.data.put({
      kind: KIND,
      id: idOf(taskId, key),
      group: taskId,
      value: JSON.stringify({ key, at, who }),
      until: at + KEPT_MS,
    });
    const marks = await this.marksOf(taskId);
    const surplus = [...marks].sort((a, b) => b.seenAt.localeCompare(a.seenAt)).slice(MOST_OF_TASK);
    for (const old of surplus) {
      await this.data.remove({ kind: KIND, id: idOf(taskId, old.key), group: taskId });
    }
  }

  private async marksOf(taskId: string): Promise<SeenMark[]> {
    const records = await this.data.list(KIND, taskId);
    return records.flatMap(({ id, value }) => {
      const record = parseRecord(value);
      if (record === null || id !== idOf(taskId, record.key)) return [];
      const { key, at, who } = record;
      return [{ taskId, key, seenAt: new Date(at).toISOString(), who }];
    });
  }
}

function idOf(taskId: string, key: string): string {
  return `${taskId}:${key}`;
}

function parseRecord(text: string): z.infer<typeof recordSchema> | null {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function told<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((cause: unknown) => {
    throw new SeenMarksUnavailable("Seen marks cannot be reached", { cause });
  });
}
