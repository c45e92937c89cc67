import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withShare } from "@/lib/server/http/with-share";
import { readSharedStep } from "@/lib/server/share-links/read-shared-texts";

export const dynamic = "force-dynamic";

export const GET = withShare<{ shareId: string; step: string }>(
  ["steps"],
  async ({ requestId, grant, params }) => {
    if (!/^\d{1,7}$/.test(params.step)) return problemResponse("bad-request", requestId);
    const step = await readSharedStep(grant, Number(params.step));
    if (step === null) return problemResponse("step-not-found", requestId);
    return Response.json(step, { headers: JSON_HEADERS });
  },
);
