import "server-only";
import { z } from "zod";
import type { TaskListItem } from "@/lib/contract/task-list";
import { readJudgement } from "@/lib/domain/task/judgement";
import { toTaskStatus } from "@/lib/domain/task/task-status";
import {
  claimField,
  costField,
  judgementField,
  statusField,
  textField,
  timeField,
  wordField,
} from "./wire-fields";

const MOST_ITEMS = 100;

/** One task in a list; both wire contracts carry the same fields there but for `createdAt`, judge and cost. */
const itemField = z
  .object({
    id: z.string().min(1),
    sessionId: wordField,
    task: textField,
    status: statusField,
    llm: wordField,
    createdAt: timeField,
    startedAt: timeField,
    finishedAt: timeField,
    isSuccess: claimField,
    judgeVerdict: claimField,
    judgement: judgementField,
    cost: costField,
  })
  .nullable()
  .catch(null);

/** Tasks in a list; anything that is not a task is left out. */
export const itemsField = z
  .array(z.unknown())
  .transform((items) => items.slice(0, MOST_ITEMS))
  .pipe(z.array(itemField))
  .transform((items) => items.filter((item) => item !== null).map(toItem));

/** A page of the upstream's task list. */
export const listSchema = z.object({
  items: itemsField,
  totalItems: z.number().int().min(0).catch(0),
});

function toItem(wire: NonNullable<z.infer<typeof itemField>>): TaskListItem {
  return {
    id: wire.id.toLowerCase(),
    sessionId: wire.sessionId?.toLowerCase() ?? null,
    prompt: wire.task,
    status: toTaskStatus(wire.status),
    rawStatus: wire.status,
    model: wire.llm,
    createdAt: wire.createdAt,
    startedAt: wire.startedAt,
    finishedAt: wire.finishedAt,
    verdict: {
      agent: wire.isSuccess,
      judge: wire.judgeVerdict,
      judgement: readJudgement(wire.judgement),
    },
    cost: wire.cost,
  };
}
