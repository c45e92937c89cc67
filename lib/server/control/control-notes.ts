import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { CONTROL_ACTIONS, type ControlNote } from "@/lib/domain/task/control-note";
import type { DataStore } from "@/lib/server/data/data-store";
import { errorFields, type Logger } from "@/lib/server/observability/logger";

/** The kind of its records, which is part of the keys in Redis. */
const KIND = "control";
const KEPT_MS = 30 * 86_400_000;
/** Of each task; the oldest goes first. */
const MOST = 50;
/** Who takes control again so soon, as by loading the live view anew, goes on with what they were at. */
const SAME_MS = 5 * 60_000;

const schema: z.ZodType<ControlNote> = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  action: z.enum(CONTROL_ACTIONS),
  who: z.string().nullable(),
  afterStep: z.number().int().nullable(),
  isSure: z.boolean(),
});

/**
 * What was done to tasks through this program, for thirty days and the last fifty of each. What was done is done: a note
 * that cannot be kept, or read, is missing, and nothing fails because of it.
 */
export type ControlNotes = {
  add: (taskId: string, note: Omit<ControlNote, "id" | "at">) => Promise<void>;
  /** The notes of a task, the oldest first. */
  list: (taskId: string) => Promise<readonly ControlNote[]>;
};

/** See `ControlNotes`. */
export function createControlNotes(
  data: DataStore,
  now: () => number,
  log: Pick<Logger, "warn">,
): ControlNotes {
  const list = async (taskId: string) => {
    const records = await data.list(KIND, taskId);
    const notes = records.flatMap(({ value }) => parseNote(value) ?? []);
    return notes.sort((a, b) => a.at.localeCompare(b.at));
  };
  const add: ControlNotes["add"] = async (taskId, given) => {
    const at = now();
    const known = await list(taskId);
    if (isSame(known.at(-1), given, at)) return;
    const note: ControlNote = { id: randomUUID(), at: new Date(at).toISOString(), ...given };
    const value = JSON.stringify(note);
    await data.put({ kind: KIND, id: note.id, group: taskId, value, until: at + KEPT_MS });
    for (const { id } of known.slice(0, Math.max(0, known.length + 1 - MOST))) {
      await data.remove({ kind: KIND, id, group: taskId });
    }
  };
  const failed = (error: unknown) => {
    log.warn(errorFields(error), "What was done to a task cannot be remembered or read");
  };
  return {
    add: (taskId, note) => add(taskId, note).catch(failed),
    list: (taskId) =>
      list(taskId).catch((error: unknown) => {
        failed(error);
        return [];
      }),
  };
}

function isSame(
  last: ControlNote | undefined,
  { action, who }: Omit<ControlNote, "id" | "at">,
  at: number,
): boolean {
  if (action !== "take-control" || last?.action !== action || last.who !== who) return false;
  return at - Date.parse(last.at) < SAME_MS;
}

/** Reads a note back from its text; `null` for anything else. */
function parseNote(text: string): ControlNote | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
