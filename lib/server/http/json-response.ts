import "server-only";
import type { JsonBody } from "@/lib/server/tasks/json-body";

/** An answer that still knows its body as a value, for whoever sends it without reading it again. */
class JsonResponse extends Response {
  constructor(
    readonly jsonBody: JsonBody,
    headers: Readonly<Record<string, string>>,
  ) {
    super(jsonBody.text, { headers: { ...headers, "content-length": String(jsonBody.bytes) } });
  }
}

/** Answers a body as JSON. Compressing is left to the server, which by the length leaves a short one as it is. */
export function jsonResponse(body: JsonBody, headers: Readonly<Record<string, string>>): Response {
  return new JsonResponse(body, headers);
}

/** The body of an answer that `jsonResponse` made; else `null`. */
export function jsonBodyOf(response: Response): JsonBody | null {
  return response instanceof JsonResponse ? response.jsonBody : null;
}
