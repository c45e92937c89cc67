import { answerQuery } from "@/lib/server/http/answer-query";
import { problemResponse } from "@/lib/server/http/problem-response";
import { snapshotResponse } from "@/lib/server/http/snapshot-response";
import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ app, request, requestId, taskId }) => {
  const { since, longPollMs } = answerQuery(request.url, app.env.HOLD_SECONDS);
  const reading = await app.readAnswer(taskId, since, { ms: longPollMs, signal: request.signal });
  if (!reading.ok) return problemResponse(reading.code, requestId, reading.retryAfterSeconds);
  const { onTaskAnswer } = app.metrics;
  return snapshotResponse(request, { ...reading, to: "operator", onAnswer: onTaskAnswer });
});
