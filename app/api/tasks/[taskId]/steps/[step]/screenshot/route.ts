import { problemResponse } from "@/lib/server/http/problem-response";
import { withTask } from "@/lib/server/app/with-task";
import { parseScreenshotQuery } from "@/lib/server/media/screenshot-query";
import { screenshotResponse } from "@/lib/server/media/screenshot-response";

export const dynamic = "force-dynamic";

export const GET = withTask<{ taskId: string; step: string }>(
  async ({ app, request, requestId, taskId, params }) => {
    const query = parseScreenshotQuery(params.step, new URL(request.url).searchParams);
    if (query === null) return problemResponse("bad-request", requestId);
    const reading = await app.screenshots.read({ taskId, ...query }, request.signal);
    if (!reading.ok) return problemResponse(reading.code, requestId);
    const ifNoneMatch = request.headers.get("if-none-match");
    return screenshotResponse(reading.screenshot, query, ifNoneMatch);
  },
);
