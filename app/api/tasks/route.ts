import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withRequest } from "@/lib/server/app/with-request";
import { parseTaskListQuery } from "@/lib/server/tasks/task-list-query";

export const dynamic = "force-dynamic";

export const GET = withRequest(async ({ app, request, requestId }) => {
  const query = parseTaskListQuery(new URL(request.url).searchParams);
  if (query === null) return problemResponse("bad-request", requestId);
  const list = await app.readTaskList(query);
  return new Response(JSON.stringify(list), { headers: JSON_HEADERS });
});
