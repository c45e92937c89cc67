import "server-only";
import { parseTaskId } from "@/lib/domain/task/task-id";
import { toTaskStatus } from "@/lib/domain/task/task-status";
import { keepAnswer } from "./answer-source";
import type { UpstreamClient } from "./client";
import { currentToDomain } from "./contracts/current-to-domain";
import { documentedToDomain } from "./contracts/documented-to-domain";
import { readSteps, type ReadSteps } from "./contracts/read-steps";
import { reportOddities, type Warn } from "./contracts/report-oddities";
import type { AllowLiveUrl } from "./contracts/session-to-domain";
import type { UpstreamTask, FullTask } from "./contracts/upstream-task";
import { UpstreamError } from "./errors";
import type { TaskGateway } from "./gateway";
import { openAnswer, openFrame } from "./open-answer";
import { readHead, type Head } from "./read-head";
import { createSessionReader, CURRENT_SESSION, type SessionReader } from "./session-reader";

type ReaderOptions = {
  client: UpstreamClient;
  allowLiveUrl: AllowLiveUrl;
  now: () => number;
  warn: Warn;
};

/** Reads tasks of both wire contracts, recognised by shape. Both throw `UpstreamError`. */
export function createTaskReader(
  options: ReaderOptions,
): Pick<TaskGateway, "getTask" | "getFullTask"> & { forgetSession: SessionReader["forget"] } {
  const { client, allowLiveUrl, now, warn } = options;
  const session = createSessionReader(client, CURRENT_SESSION, now);

  async function getTask(taskId: string, before: UpstreamTask | null): Promise<UpstreamTask> {
    const id = readId(taskId);
    const source = before?.source ?? null;
    const answer = await client.getText(pathOf(id), (text) => openAnswer(text, source));
    const head = source?.frame === answer.frame ? source.head : readHead(answer.frame.body);
    return keepAnswer(await toDomain(id, head, answer.steps), answer, head);
  }

  async function getFullTask(taskId: string): Promise<FullTask> {
    const id = readId(taskId);
    const { body } = await client.getText(pathOf(id), openFrame);
    const head = readHead(body);
    return toDomain(id, head, readSteps(Reflect.get(head.body, "steps")));
  }

  async function toDomain(id: string, head: Head, steps: ReadSteps): Promise<FullTask> {
    if (head.wire.id.toLowerCase() !== id)
      throw new UpstreamError("upstream-invalid", "Another task was answered");
    const read = await mapTask(head, steps);
    reportOddities(head.contract, head.body, steps.odd, read.task, warn);
    return read;
  }

  async function mapTask(head: Head, steps: ReadSteps): Promise<FullTask> {
    if (head.contract === "documented")
      return documentedToDomain({ ...head.wire, steps }, allowLiveUrl);
    const status = toTaskStatus(head.wire.status);
    const facts = await session.read({ ...head.wire, status });
    return currentToDomain({ ...head.wire, steps }, facts, allowLiveUrl);
  }

  return { getTask, getFullTask, forgetSession: session.forget };
}

function readId(taskId: string): string {
  const id = parseTaskId(taskId);
  if (id === null) throw new UpstreamError("bad-task-id", "Not a task id");
  return id;
}

function pathOf(id: string): string {
  return `/tasks/${id}`;
}
