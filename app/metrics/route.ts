import { decideMetrics } from "@/lib/server/http/decide-metrics";
import { problemResponse } from "@/lib/server/http/problem-response";
import { PROBE_HEADERS } from "@/lib/server/http/security-headers";
import { withRequest } from "@/lib/server/app/with-request";

export const dynamic = "force-dynamic";

/** The metrics of this process, for a Prometheus that has the token. */
export const GET = withRequest(async ({ app, request, requestId }) => {
  const decision = decideMetrics(app.env.METRICS_TOKEN, request.headers);
  if (decision === "absent") return problemResponse("not-found", requestId);
  if (decision === "refused") {
    const response = problemResponse("sign-in-required", requestId);
    response.headers.set("www-authenticate", "Bearer");
    return response;
  }
  const headers = { ...PROBE_HEADERS, "content-type": app.metrics.contentType };
  return new Response(await app.metrics.text(), { headers });
}, "anyone");
