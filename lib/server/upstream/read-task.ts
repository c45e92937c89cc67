import "server-only";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "./client";
import { currentTaskSchema } from "./contracts/current-schema";
import { currentToDomain } from "./contracts/current-to-domain";
import { documentedTaskSchema } from "./contracts/documented-schema";
import { documentedToDomain } from "./contracts/documented-to-domain";
import { UpstreamError } from "./errors";
import { exactMetadata } from "./contracts/exact-metadata";
import { recogniseContract } from "./contracts/recognise-contract";
import { reportOddities, type Warn } from "./contracts/report-oddities";
import { createSessionReader } from "./session-reader";
import type { AllowLiveUrl } from "./contracts/session-to-domain";
import type { WholeTask } from "./contracts/upstream-task";

type ReaderOptions = {
  client: UpstreamClient;
  allowLiveUrl: AllowLiveUrl;
  now: () => number;
  warn: Warn;
};

/** Reads tasks of both wire contracts, recognised by shape. Throws `UpstreamError`. */
export function createTaskReader(options: ReaderOptions): (taskId: string) => Promise<WholeTask> {
  const { client, allowLiveUrl, now, warn } = options;
  const readSession = createSessionReader(client, now);
  return async (taskId) => {
    const id = parseTaskId(taskId);
    if (id === null) throw new UpstreamError("bad-task-id", "Not a task id");
    const { body: parsed, text } = await client(`/tasks/${id}`);
    if (!isObject(parsed)) throw new UpstreamError("upstream-invalid", "Not an object");
    const body =
      "metadata" in parsed ? { ...parsed, metadata: exactMetadata(text, parsed.metadata) } : parsed;
    const contract = recogniseContract(body);
    const task =
      contract === "documented"
        ? documentedToDomain(sameTask(id, documentedTaskSchema.parse(body)), allowLiveUrl)
        : await readCurrent(sameTask(id, currentTaskSchema.parse(body)));
    reportOddities(contract, body, task.task, warn);
    return task;
  };

  async function readCurrent(wire: ReturnType<typeof currentTaskSchema.parse>) {
    return currentToDomain(wire, await readSession(wire), allowLiveUrl);
  }
}

function sameTask<T extends { id: string }>(id: string, wire: T): T {
  if (wire.id.toLowerCase() === id) return wire;
  throw new UpstreamError("upstream-invalid", "Another task was answered");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
