import { readReadiness } from "@/lib/server/app/readiness";
import { PROBE_HEADERS } from "@/lib/server/http/security-headers";

export const dynamic = "force-dynamic";

/** Says whether this process should be sent requests, and in two words why not. */
export async function GET(): Promise<Response> {
  const readiness = await readReadiness();
  if (readiness.ready) return new Response("ok", { headers: PROBE_HEADERS });
  return new Response(readiness.reason, { status: 503, headers: PROBE_HEADERS });
}
