import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { errorFields, type Logger } from "@/lib/server/observability/logger";
import { jsonBodyOf } from "./json-response";

/** The route handler of polls. */
export type TaskHandler = (
  request: Request,
  route: { params: Promise<{ taskId: string }> },
) => Promise<Response>;

/** Answers a poll and says `true`, or leaves the request alone and says `false`. */
export type PollFastPath = (request: IncomingMessage, response: ServerResponse) => boolean;

type Told = {
  log: Logger;
  /** A poll has its answer, which leaves now. */
  onAnswer: () => void;
};

/** Only the plain form: whatever is spelt otherwise goes the long way. */
const POLL = /^\/api\/tasks\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\?[\w=&.~-]*)?$/;

/**
 * Lets the server hand polls of a task to their route handler without the framework in between, whose way from the
 * socket to a handler and back costs several times what the answer does. The handler is the same, and decides the
 * same; a body that many ask for is compressed once.
 */
export function answerByFastPath(handler: TaskHandler, { log, onAnswer }: Told): PollFastPath {
  return (request, response) => {
    const taskId = request.method === "GET" ? POLL.exec(request.url ?? "")?.[1] : undefined;
    if (taskId === undefined) return false;
    answer(handler, taskId, request, response)
      .then((body) => {
        onAnswer();
        response.end(body);
      })
      .catch((error: unknown) => {
        response.destroy();
        log.error(errorFields(error), "A poll could not be answered");
      });
    return true;
  };
}

/** Writes the head of the answer, and gives its body. */
async function answer(
  handler: TaskHandler,
  taskId: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Buffer | string | null> {
  const viewer = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) viewer.abort();
  });
  const request = new Request(`http://localhost${incoming.url ?? ""}`, {
    headers: headersOf(incoming),
    signal: viewer.signal,
  });
  const response = await handler(request, { params: Promise.resolve({ taskId }) });
  response.headers.forEach((value, name) => outgoing.setHeader(name, value));
  outgoing.statusCode = response.status;
  const body = jsonBodyOf(response);
  if (body === null) {
    return response.body === null ? null : Buffer.from(await response.arrayBuffer());
  }
  outgoing.setHeader("vary", [response.headers.get("vary") ?? [], "Accept-Encoding"].flat());
  const compressed = acceptsGzip(incoming) ? await body.toGzip() : null;
  if (compressed !== null) {
    outgoing.setHeader("content-encoding", "gzip");
    outgoing.setHeader("content-length", compressed.byteLength);
  }
  return compressed ?? body.toBytes();
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  return headers;
}

function acceptsGzip(incoming: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    incoming.headers["accept-encoding"] ?? "",
  );
}
