import "server-only";
import { problemResponse } from "@/lib/server/http/problem-response";
import { decideAction, decideRead } from "@/lib/server/http/request-origin";
import { errorFields } from "@/lib/server/observability/logger";
import { isSeenMarksUnavailable } from "@/lib/server/needs/seen-marks-unavailable";
import { isShareListUnavailable } from "@/lib/server/share-links/share-list-unavailable";
import type { GrantDecision } from "@/lib/server/sign-in/grant-of-request";
import { isUpstreamError } from "@/lib/server/upstream/errors";
import type { App } from "./create-app";
import { getApp } from "./get-app";

/** What a handler works with. */
export type RequestContext = {
  app: App;
  request: Request;
  requestId: string;
  access: GrantDecision;
};

/** Who may use an address. `anyone` leaves the decision to the handler, which has to say why in the access matrix. */
export type RouteAccess = "operator" | "anyone";

type RouteArguments<Params> = { params: Promise<Params> };

/**
 * Wraps every route handler: refuses other sites and whoever has no grant, turns errors into problem documents and
 * puts a request id on each answer, and on each line of the log that the request is the cause of.
 */
export function withRequest<Params>(
  handle: (context: RequestContext & { params: Params }) => Promise<Response>,
  access: RouteAccess = "operator",
): (request: Request, route: RouteArguments<Params>) => Promise<Response> {
  return async (request, route) => {
    const app = getApp();
    const requestId = crypto.randomUUID();
    const response = await app.requestIds.run(requestId, () =>
      respond(app, request, requestId, access, async (decision) =>
        handle({ app, request, requestId, access: decision, params: await route.params }),
      ),
    );
    response.headers.set("x-request-id", requestId);
    // Next hands a HEAD to the handler of a GET, and leaves the body where it is: a download would stay open.
    if (request.method === "HEAD") await response.body?.cancel();
    app.metrics.onRequest(response.status);
    return response;
  };
}

async function respond(
  app: App,
  request: Request,
  requestId: string,
  access: RouteAccess,
  handle: (decision: GrantDecision) => Promise<Response>,
): Promise<Response> {
  try {
    if (!isFromHere(request, app)) return problemResponse("cross-site", requestId);
    const decision = await app.grantOfRequest(request.headers);
    if (access === "operator" && decision.grant === null) return refused(app, decision, requestId);
    return await handle(decision);
  } catch (error) {
    if (isUpstreamError(error) && error.code !== "internal") {
      return problemResponse(error.code, requestId, error.retryAfterSeconds);
    }
    if (isShareListUnavailable(error)) {
      app.log.warn({ requestId, ...errorFields(error.cause) }, "Share links cannot be reached");
      return problemResponse("share-list-unavailable", requestId);
    }
    if (isSeenMarksUnavailable(error)) {
      app.log.warn({ requestId, ...errorFields(error.cause) }, "Seen marks cannot be reached");
      return problemResponse("seen-unavailable", requestId);
    }
    app.log.error({ requestId, ...errorFields(error) }, "A request failed");
    return problemResponse("internal", requestId);
  }
}

function isFromHere({ method, headers }: Request, { env }: App): boolean {
  if (method === "GET" || method === "HEAD") return decideRead(headers).allow;
  const { PUBLIC_BASE_URL } = env;
  const publicOrigin = PUBLIC_BASE_URL === null ? null : new URL(PUBLIC_BASE_URL).origin;
  return decideAction(headers, { publicOrigin, hasCookie: headers.has("cookie") }).allow;
}

/** The same answer whatever was asked for; a cookie that can never be good again is taken back. */
function refused(app: App, decision: GrantDecision, requestId: string): Response {
  const response = problemResponse("sign-in-required", requestId);
  if (decision.grant === null && decision.reason === "bad-session") {
    response.headers.set("set-cookie", app.sessionCookie.clear());
  }
  return response;
}
