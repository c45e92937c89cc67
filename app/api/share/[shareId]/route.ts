import { answerQuery } from "@/lib/server/http/answer-query";
import { problemResponse } from "@/lib/server/http/problem-response";
import { snapshotResponse } from "@/lib/server/http/snapshot-response";
import { withShare } from "@/lib/server/app/with-share";

export const dynamic = "force-dynamic";

export const GET = withShare(["status"], async ({ app, request, requestId, grant }) => {
  const { since, longPollMs } = answerQuery(request.url, app.env.HOLD_SECONDS);
  const reading = await app.readSharedAnswer(grant, since, {
    ms: longPollMs,
    signal: request.signal,
  });
  if (!reading.ok) return problemResponse(reading.code, requestId, reading.retryAfterSeconds);
  const { onTaskAnswer } = app.metrics;
  return snapshotResponse(request, { ...reading, to: "link", onAnswer: onTaskAnswer });
});
