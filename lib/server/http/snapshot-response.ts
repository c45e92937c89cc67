import "server-only";
import { FETCHED_AT_HEADER, type TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { TaskAnswer } from "@/lib/server/observability/answer-metrics";
import type { JsonBody } from "@/lib/server/tasks/json-body";
import { snapshotEtag } from "@/lib/server/tasks/revision";
import { matchesEtag } from "./etag";
import { jsonResponse } from "./json-response";
import { JSON_HEADERS } from "./security-headers";

type Answered = {
  /** What the answer stands for, and what of it is sent. */
  snapshot: TaskSnapshot;
  body: JsonBody;
  to: TaskAnswer["to"];
  onAnswer: (answer: TaskAnswer) => void;
};

/** Answers a poll: what is new, or 304 to whoever has it already. */
export function snapshotResponse(
  request: Request,
  { snapshot, body, to, onAnswer }: Answered,
): Response {
  const etag = snapshotEtag(snapshot);
  const headers = { ...JSON_HEADERS, etag, [FETCHED_AT_HEADER]: snapshot.fetchedAt };
  const isKnown = matchesEtag(request.headers.get("if-none-match"), etag);
  const changed = "delta" in body.value ? "delta" : "whole";
  onAnswer({
    to,
    shape: isKnown ? "unchanged" : changed,
    // A body that is not sent is not written either.
    bytes: isKnown ? 0 : body.bytes,
    state: snapshot.task.status,
    ageMs: Date.now() - Date.parse(snapshot.fetchedAt),
  });
  return isKnown ? new Response(null, { status: 304, headers }) : jsonResponse(body, headers);
}
