import { PROBE_HEADERS } from "@/lib/server/http/security-headers";

export const dynamic = "force-dynamic";

/** Says that the process answers requests; asks nobody else. */
export function GET(): Response {
  return new Response("ok", { headers: PROBE_HEADERS });
}
