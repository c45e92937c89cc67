import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask<{ taskId: string; step: string }>(
  async ({ app, requestId, taskId, params }) => {
    if (!/^\d{1,7}$/.test(params.step)) return problemResponse("bad-request", requestId);
    const step = await app.readFullStep(taskId, Number(params.step));
    if (step === null) return problemResponse("step-not-found", requestId);
    return new Response(JSON.stringify(step), { headers: JSON_HEADERS });
  },
);
