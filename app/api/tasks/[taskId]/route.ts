import { matchesEtag } from "@/lib/server/http/etag";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/http/with-task";
import { readSnapshot } from "@/lib/server/tasks/read-snapshot";
import { snapshotEtag } from "@/lib/server/tasks/snapshot-etag";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ request, requestId, taskId }) => {
  const reading = await readSnapshot(taskId);
  if (!reading.ok) return problemResponse(reading.code, requestId, reading.retryAfterSeconds);
  const etag = snapshotEtag(reading.snapshot);
  const headers = { ...JSON_HEADERS, etag };
  if (matchesEtag(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(JSON.stringify(reading.snapshot), { headers });
});
