import "server-only";
import type { ShareScope } from "@/lib/domain/sharing/grant";
import type { ShareGrant } from "@/lib/server/share-links/open-share";
import { viewerProblem } from "@/lib/server/share-links/viewer-problem";
import { isUpstreamError, UpstreamError } from "@/lib/server/upstream/errors";
import { problemResponse } from "@/lib/server/http/problem-response";
import { withRequest, type RequestContext } from "./with-request";

/** What a handler for the holders of a link works with: what the link allows, checked. */
export type ShareContext<Params> = RequestContext & { grant: ShareGrant; params: Params };

/**
 * Wraps every handler below `/api/share/{shareId}`. The link's own cookie is the only thing that counts, and it must
 * show one of `scopes`. The link is checked before and after: reading may take a while.
 */
export function withShare<Params extends { shareId: string }>(
  scopes: readonly ShareScope[],
  handle: (context: ShareContext<Params>) => Promise<Response>,
): (request: Request, route: { params: Promise<Params> }) => Promise<Response> {
  return withRequest<Params>(async (context) => {
    const { app, request, requestId, params } = context;
    const before = await app.openShare.byCookie(params.shareId, request.headers);
    if (!before.ok) return problemResponse(before.code, requestId);
    const { grant } = before;
    const isShown = scopes.some((scope) => grant.scopes.includes(scope));
    if (!isShown) return problemResponse("not-found", requestId);
    const response = await handle({ ...context, grant }).catch(forViewer);
    const after = await app.openShare.byCookie(params.shareId, request.headers);
    if (after.ok) return response;
    await response.body?.cancel();
    return problemResponse(after.code, requestId);
  }, "anyone");
}

function forViewer(error: unknown): never {
  if (!isUpstreamError(error)) throw error;
  throw new UpstreamError(viewerProblem(error.code), error.message, error.retryAfterSeconds);
}
