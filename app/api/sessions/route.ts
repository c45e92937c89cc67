import { signOutEverywhere } from "@/lib/server/access/sign-out";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withRequest } from "@/lib/server/http/with-request";

export const dynamic = "force-dynamic";

export const DELETE = withRequest(async ({ requestId }) => {
  const { isToldToAll, cookie } = await signOutEverywhere(requestId);
  if (!isToldToAll) return problemResponse("not-signed-out", requestId);
  return new Response("{}", { headers: { ...JSON_HEADERS, "set-cookie": cookie } });
});
