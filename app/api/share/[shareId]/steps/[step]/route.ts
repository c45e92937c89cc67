import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withShare } from "@/lib/server/app/with-share";

export const dynamic = "force-dynamic";

export const GET = withShare<{ shareId: string; step: string }>(
  ["steps"],
  async ({ app, requestId, grant, params }) => {
    if (!/^\d{1,7}$/.test(params.step)) return problemResponse("bad-request", requestId);
    const step = await app.readSharedStep(grant, Number(params.step));
    if (step === null) return problemResponse("step-not-found", requestId);
    return Response.json(step, { headers: JSON_HEADERS });
  },
);
