import type { OpenedShare } from "@/lib/contract/share-link";
import { parseToken } from "@/lib/server/share-links/share-link-body";
import { problemResponse } from "@/lib/server/http/problem-response";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withRequest } from "@/lib/server/app/with-request";

/** Exchanges the token of a share link, which comes in the body and never in an address, for the link's cookie. */
export const POST = withRequest(async ({ app, request, requestId }) => {
  const body = await readJsonBody(request);
  if (!body.ok) return problemResponse(body.code, requestId);
  const token = parseToken(body.value);
  if (token === null) return problemResponse("share-not-found", requestId);
  const share = await app.openShare.byToken(token);
  if (!share.ok) return problemResponse(share.code, requestId);
  const { shareId } = share.grant;
  const headers = new Headers(JSON_HEADERS);
  const leftSeconds = (share.expiresAt - Date.now()) / 1000;
  for (const cookie of app.shareCookies.set(shareId, token, leftSeconds, request.headers)) {
    headers.append("set-cookie", cookie);
  }
  app.log.info({ requestId, shareId }, "A share link was opened");
  const opened: OpenedShare = { shareId, step: share.step };
  return Response.json(opened, { headers });
}, "anyone");
