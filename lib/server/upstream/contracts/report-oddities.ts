import "server-only";
import type { Task } from "@/lib/domain/task/task";
import { truncate } from "@/lib/domain/text/truncate";
import { eachOnce, oddFields, type OddField } from "./odd-fields";
import type { TaskContract } from "./recognise-contract";

const REQUIRED: Record<TaskContract, readonly string[]> = {
  documented: [
    "sessionId",
    "session",
    "llm",
    "task",
    "status",
    "startedAt",
    "steps",
    "userUploadedFiles",
    "outputFiles",
  ],
  current: ["sessionId", "llm", "task", "status", "createdAt", "steps", "outputFiles"],
};

/** Takes a warning; called with every answer, so it should hold repetitions back. */
export type Warn = (fields: Record<string, string>, message: string) => void;

/**
 * Warns of a status without a word of ours, and of fields that did not come or not as the contract promises. `steps` are
 * the odd fields of the task's steps.
 */
export function reportOddities(
  contract: TaskContract,
  body: object,
  steps: Iterable<OddField>,
  task: Pick<Task, "status" | "rawStatus">,
  warn: Warn,
): void {
  if (task.status === "unknown") {
    warn({ contract, rawStatus: truncate(task.rawStatus, 40) }, "Unknown task status");
  }
  const missing = REQUIRED[contract].filter((name) => !Object.hasOwn(body, name));
  if (missing.length > 0) warn({ contract, missing: missing.join(" ") }, "Fields are missing");
  for (const odd of eachOnce([...oddFields(contract, body), ...steps])) {
    warn({ contract, ...odd }, "A field is not what was promised");
  }
}
