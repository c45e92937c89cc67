import "server-only";
import { grantOfRequest, type GrantDecision } from "@/lib/server/sign-in/grant-of-request";
import { noSessionCookie } from "@/lib/server/sign-in/session-cookie";
import { getEnv } from "@/lib/server/config/env";
import { errorFields, getLogger } from "@/lib/server/observability/logger";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { problemResponse } from "./problem-response";
import { decideAction, decideRead } from "./request-origin";

/** What a handler works with. */
export type RequestContext = { request: Request; requestId: string; access: GrantDecision };

/** Who may use an address. `anyone` leaves the decision to the handler, which has to say why in the access matrix. */
export type RouteAccess = "operator" | "anyone";

type RouteArguments<Params> = { params: Promise<Params> };

/**
 * Wraps every route handler: refuses other sites and whoever has no grant, turns errors into problem documents and
 * puts a request id on each answer.
 */
export function withRequest<Params>(
  handle: (context: RequestContext & { params: Params }) => Promise<Response>,
  access: RouteAccess = "operator",
): (request: Request, route: RouteArguments<Params>) => Promise<Response> {
  return async (request, route) => {
    const requestId = crypto.randomUUID();
    const response = await respond(request, requestId, access, async (decision) =>
      handle({ request, requestId, access: decision, params: await route.params }),
    );
    response.headers.set("x-request-id", requestId);
    return response;
  };
}

async function respond(
  request: Request,
  requestId: string,
  access: RouteAccess,
  handle: (decision: GrantDecision) => Promise<Response>,
): Promise<Response> {
  try {
    if (!isFromHere(request)) return problemResponse("cross-site", requestId);
    const decision = await grantOfRequest(request.headers);
    if (access === "operator" && decision.grant === null) return refused(decision, requestId);
    return await handle(decision);
  } catch (error) {
    if (error instanceof UpstreamError && error.code !== "internal") {
      return problemResponse(error.code, requestId, error.retryAfterSeconds);
    }
    getLogger().error({ requestId, ...errorFields(error) }, "A request failed");
    return problemResponse("internal", requestId);
  }
}

function isFromHere({ method, headers }: Request): boolean {
  if (method === "GET" || method === "HEAD") return decideRead(headers).allow;
  const { PUBLIC_BASE_URL } = getEnv();
  const publicOrigin = PUBLIC_BASE_URL === null ? null : new URL(PUBLIC_BASE_URL).origin;
  return decideAction(headers, { publicOrigin, hasCookie: headers.has("cookie") }).allow;
}

/** The same answer whatever was asked for; a cookie that can never be good again is taken back. */
function refused(decision: GrantDecision, requestId: string): Response {
  const response = problemResponse("sign-in-required", requestId);
  if (decision.grant === null && decision.reason === "bad-session") {
    response.headers.set("set-cookie", noSessionCookie());
  }
  return response;
}
