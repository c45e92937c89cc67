import "server-only";
import { errorFields, getLogger } from "@/lib/server/observability/logger";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { problemResponse } from "./problem-response";
import { decideAction, decideRead } from "./request-origin";

/** What a handler works with. */
export type RequestContext = { request: Request; requestId: string };

type RouteArguments<Params> = { params: Promise<Params> };

/**
 * Wraps every route handler: refuses other sites, turns errors into problem documents and puts a request id
 * on each answer.
 */
export function withRequest<Params>(
  handle: (context: RequestContext & { params: Params }) => Promise<Response>,
): (request: Request, route: RouteArguments<Params>) => Promise<Response> {
  return async (request, route) => {
    const requestId = crypto.randomUUID();
    const response = await respond(request, requestId, async () =>
      handle({ request, requestId, params: await route.params }),
    );
    response.headers.set("x-request-id", requestId);
    return response;
  };
}

async function respond(
  request: Request,
  requestId: string,
  handle: () => Promise<Response>,
): Promise<Response> {
  try {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const origin = isRead ? decideRead(request.headers) : decideAction(request.headers);
    return origin.allow ? await handle() : problemResponse("cross-site", requestId);
  } catch (error) {
    if (error instanceof UpstreamError && error.code !== "internal") {
      return problemResponse(error.code, requestId, error.retryAfterSeconds);
    }
    getLogger().error({ requestId, ...errorFields(error) }, "A request failed");
    return problemResponse("internal", requestId);
  }
}
