import { problemResponse } from "@/lib/server/http/problem-response";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { signedOutResponse } from "@/lib/server/http/signed-out-response";
import { withRequest } from "@/lib/server/app/with-request";

export const dynamic = "force-dynamic";

export const POST = withRequest(async ({ app, request, requestId }) => {
  const body = await readJsonBody(request);
  if (!body.ok) return problemResponse(body.code, requestId);
  const result = await app.signIn(passwordIn(body.value), requestId);
  if (result.ok) {
    return new Response("{}", { headers: { ...JSON_HEADERS, "set-cookie": result.cookie } });
  }
  return problemResponse(result.code, requestId, result.retryAfterSeconds ?? null);
}, "anyone");

/** Signing out twice is no error. */
export const DELETE = withRequest(async ({ app, access, requestId }) => {
  return signedOutResponse(await app.signOut.one(access, requestId), requestId);
}, "anyone");

function passwordIn(body: unknown): unknown {
  return typeof body === "object" && body !== null && "password" in body ? body.password : null;
}
