import "server-only";
import { z } from "zod";
import { LONGEST_MESSAGE, type TaskControl } from "@/lib/contract/task-control";

const schema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("stop"), withBrowser: z.boolean().default(false) }),
  z.strictObject({ action: z.literal("stop-browser") }),
  z.strictObject({ action: z.enum(["pause", "resume"]) }),
  z.strictObject({
    action: z.literal("message"),
    text: z.string().max(LONGEST_MESSAGE).regex(/\S/),
    interrupt: z.boolean().default(false),
  }),
]);

/** Reads what is to be done to a task; `null` for anything that is not offered. */
export function parseTaskControl(body: unknown): TaskControl | null {
  return schema.safeParse(body).data ?? null;
}
