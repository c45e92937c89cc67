import { viewerProblem } from "@/lib/server/share-links/viewer-problem";
import { problemResponse } from "@/lib/server/http/problem-response";
import { withShare } from "@/lib/server/app/with-share";
import { parseScreenshotQuery } from "@/lib/server/media/screenshot-query";
import { screenshotResponse } from "@/lib/server/media/screenshot-response";

export const dynamic = "force-dynamic";

export const GET = withShare<{ shareId: string; step: string }>(
  ["screenshots"],
  async ({ app, request, requestId, grant: { taskId }, params }) => {
    const query = parseScreenshotQuery(params.step, new URL(request.url).searchParams);
    if (query === null) return problemResponse("bad-request", requestId);
    const reading = await app.screenshots.read({ taskId, ...query }, request.signal);
    if (!reading.ok) return problemResponse(viewerProblem(reading.code), requestId);
    const ifNoneMatch = request.headers.get("if-none-match");
    return screenshotResponse(reading.screenshot, query, ifNoneMatch, "private, no-cache");
  },
);
