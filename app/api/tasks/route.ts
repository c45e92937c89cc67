import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withRequest } from "@/lib/server/app/with-request";

export const dynamic = "force-dynamic";

export const GET = withRequest(async ({ app, request, requestId }) => {
  const query = new URL(request.url).searchParams;
  const page = wholeNumber(query.get("page") ?? "1", 10_000);
  const pageSize = wholeNumber(query.get("pageSize") ?? "20", 100);
  if (page === null || pageSize === null) return problemResponse("bad-request", requestId);
  const list = await app.readTaskList(page, pageSize);
  return new Response(JSON.stringify(list), { headers: JSON_HEADERS });
});

function wholeNumber(text: string, most: number): number | null {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}
