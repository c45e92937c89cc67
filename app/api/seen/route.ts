import { parseBoardIds } from "@/lib/contract/board";
import { MOST_SEEN_TASKS, type SeenMarks } from "@/lib/contract/seen-needs";
import { decodeTaskId } from "@/lib/domain/task/task-id";
import { withRequest } from "@/lib/server/app/with-request";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";

export const dynamic = "force-dynamic";

export const GET = withRequest(async ({ app, request, requestId }) => {
  const ids = parseBoardIds(new URL(request.url).searchParams.get("ids") ?? "").map(decodeTaskId);
  const taskIds = ids.filter((id) => id !== null);
  const isAsked = taskIds.length > 0 && taskIds.length === ids.length;
  if (!isAsked || ids.length > MOST_SEEN_TASKS) return problemResponse("bad-request", requestId);
  const body: SeenMarks = { marks: await app.seenMarks.list(taskIds) };
  return Response.json(body, { headers: JSON_HEADERS });
});
