import "server-only";
import { LRUCache } from "lru-cache";
import type { TaskFilter, TaskListItem } from "@/lib/contract/task-list";
import { readJudgement, readJudgeVerdict } from "@/lib/domain/task/judgement";
import { toTaskStatus } from "@/lib/domain/task/task-status";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { oldestTime } from "@/lib/server/upstream/newest-first";
import { runListSchema, type WireRun } from "./run-schema";

const MOST_OF_SESSION = 20;
/** Pages are told by cursors only: so many are walked through for one that nobody came to by those before it. */
const MOST_STEPS = 50;
const KEPT_MS = 300_000;

/**
 * A page of the runs of an account, newest first. `known` counts them as far as was read. v4 filters by session alone: what
 * else a filter leaves out is missing from its page, and counted. `completeTo` as in `TaskListPage`.
 */
type RunPage = { items: TaskListItem[]; known: number; completeTo: string | null };

/** Reads pages of runs, which count from 1. Throws `UpstreamError`. */
export type ListRuns = (page: number, pageSize: number, filter: TaskFilter) => Promise<RunPage>;

/** See `ListRuns`. It remembers where each page begins for five minutes. */
export function createListRuns(client: UpstreamClient): ListRuns {
  const cursors = new LRUCache<string, string>({ max: 500, ttl: KEPT_MS });
  return async (page, pageSize, filter) => {
    const sessionId = filter.sessionId ?? null;
    const nameOf = (of: number) => `${sessionId ?? ""} ${String(pageSize)} ${String(of)}`;
    let at = page;
    while (at > 1 && !cursors.has(nameOf(at))) at -= 1;
    if (page - at > MOST_STEPS) return { items: [], known: 0, completeTo: null };
    for (; ; at += 1) {
      const cursor = at === 1 ? null : (cursors.get(nameOf(at)) ?? null);
      const read = await readPage(client, pageSize, cursor, sessionId);
      const isMore = read.hasMore && read.nextCursor !== null;
      if (read.nextCursor !== null) cursors.set(nameOf(at + 1), read.nextCursor);
      const known = (at - 1) * pageSize + read.runs.length + (isMore ? 1 : 0);
      if (at === page) {
        const runs = read.runs.map(toItem);
        const completeTo = isMore ? oldestTime(runs) : null;
        return { items: runs.filter(isMeant(filter)), known, completeTo };
      }
      if (!isMore) return { items: [], known, completeTo: null };
    }
  };
}

/** Reads the newest runs of a session; none for an id that is not a session's. Throws `UpstreamError`. */
export async function listSessionRuns(
  client: UpstreamClient,
  sessionId: string,
): Promise<TaskListItem[]> {
  const { runs } = await readPage(client, MOST_OF_SESSION, null, sessionId);
  return runs.map(toItem).filter(isMeant({ sessionId }));
}

/** Whether a run is one of those that are asked for, its time being that of its creation. */
function isMeant({ status, sessionId, after, before }: TaskFilter): (run: TaskListItem) => boolean {
  return (run) =>
    (status === undefined || run.status === status) &&
    // An upstream that knows no such filter answers with all there are.
    (sessionId === undefined || run.sessionId === sessionId) &&
    (after === undefined || (run.createdAt ?? "") > after) &&
    (before === undefined || (run.createdAt ?? before) < before);
}

async function readPage(
  client: UpstreamClient,
  limit: number,
  cursor: string | null,
  sessionId: string | null,
) {
  const query = new URLSearchParams({ limit: String(limit) });
  if (cursor !== null) query.set("cursor", cursor);
  if (sessionId !== null) query.set("sessionId", sessionId);
  const parsed = runListSchema.safeParse(await client.getJson(`/runs?${query.toString()}`));
  if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a list of runs");
  return parsed.data;
}

function toItem(run: WireRun): TaskListItem {
  return {
    id: run.id.toLowerCase(),
    sessionId: run.sessionId?.toLowerCase() ?? null,
    prompt: run.task,
    status: toTaskStatus(run.status),
    rawStatus: run.status,
    model: run.model,
    createdAt: run.createdAt,
    // A list of runs tells of neither; the last change may be a judgement.
    startedAt: null,
    finishedAt: null,
    verdict: {
      agent: null,
      judge: readJudgeVerdict(run.judgement),
      judgement: readJudgement(run.judgement),
    },
    cost: run.totalCostUsd,
  };
}
