import { MOST_ON_BOARD, parseBoardIds } from "@/lib/contract/board";
import { FETCHED_AT_HEADER } from "@/lib/contract/task-snapshot";
import { matchesEtag } from "@/lib/server/http/etag";
import { jsonResponse } from "@/lib/server/http/json-response";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withRequest } from "@/lib/server/app/with-request";
import { JsonBody } from "@/lib/server/tasks/json-body";

export const dynamic = "force-dynamic";

export const GET = withRequest(async ({ app, request, requestId }) => {
  const ids = parseBoardIds(new URL(request.url).searchParams.get("ids") ?? "");
  if (ids.length === 0 || ids.length > MOST_ON_BOARD) {
    return problemResponse("bad-request", requestId);
  }
  const { board, fetchedAt } = await app.readBoard(ids);
  const etag = `"${board.revision}"`;
  const headers = { ...JSON_HEADERS, etag, [FETCHED_AT_HEADER]: fetchedAt };
  if (matchesEtag(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return jsonResponse(new JsonBody(board), headers);
});
