import "server-only";
import { problemResponse } from "./problem-response";
import { JSON_HEADERS } from "./security-headers";

/** The answer to signing out: the cookie goes even where other instances could not be told. */
export function signedOutResponse(
  { isToldToAll, cookie }: { isToldToAll: boolean; cookie: string },
  requestId: string,
): Response {
  const response = isToldToAll
    ? new Response("{}", { headers: JSON_HEADERS })
    : problemResponse("not-signed-out", requestId);
  response.headers.append("set-cookie", cookie);
  return response;
}
