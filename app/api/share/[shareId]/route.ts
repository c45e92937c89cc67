import { FETCHED_AT_HEADER } from "@/lib/contract/task-snapshot";
import { answerQuery } from "@/lib/server/http/answer-query";
import { matchesEtag } from "@/lib/server/http/etag";
import { jsonResponse } from "@/lib/server/http/json-response";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withShare } from "@/lib/server/app/with-share";
import { snapshotEtag } from "@/lib/server/tasks/revision";

export const dynamic = "force-dynamic";

export const GET = withShare(["status"], async ({ app, request, requestId, grant }) => {
  const { since, longPollMs } = answerQuery(request.url, app.env.HOLD_SECONDS);
  const reading = await app.readSharedAnswer(grant, since, {
    ms: longPollMs,
    signal: request.signal,
  });
  if (!reading.ok) return problemResponse(reading.code, requestId, reading.retryAfterSeconds);
  const { snapshot, body } = reading;
  const etag = snapshotEtag(snapshot);
  const headers = { ...JSON_HEADERS, etag, [FETCHED_AT_HEADER]: snapshot.fetchedAt };
  if (matchesEtag(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return jsonResponse(body, headers);
});
