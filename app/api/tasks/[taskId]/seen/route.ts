import { withTask } from "@/lib/server/app/with-task";
import { problemResponse } from "@/lib/server/http/problem-response";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { parseSeenKey } from "@/lib/server/needs/seen-mark-body";

export const POST = withTask(async ({ app, request, requestId, taskId, access }) => {
  const body = await readJsonBody(request);
  if (!body.ok) return problemResponse(body.code, requestId);
  const key = parseSeenKey(body.value);
  if (key === null) return problemResponse("bad-request", requestId);
  // Marks are kept for tasks alone that there are.
  await app.readUpstreamTask(taskId, "cached");
  await app.seenMarks.add(taskId, key, access.grant?.who ?? null);
  return new Response(null, { status: 204, headers: JSON_HEADERS });
});

export const DELETE = withTask(async ({ app, request, requestId, taskId }) => {
  const key = parseSeenKey({ key: new URL(request.url).searchParams.get("key") });
  if (key === null) return problemResponse("bad-request", requestId);
  await app.seenMarks.remove(taskId, key);
  return new Response(null, { status: 204, headers: JSON_HEADERS });
});
