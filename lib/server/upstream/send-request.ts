import "server-only";
import type { Readable } from "node:stream";
import { Agent, request } from "undici";
import { contentDecoder } from "./content-decoder";
import type { UpstreamAction } from "./upstream-action";

/** What comes of a request: the answer's head, and its body as it is sent. */
export type Answer = { status: number; headers: Headers; body: Readable };

/** A request with the key. It throws what the connection throws, and follows no redirect: the key would go along. */
export type SendRequest = (
  url: string,
  signal: AbortSignal,
  /** What is sent along; a GET without it. */
  action?: Pick<UpstreamAction, "method" | "body">,
) => Promise<Answer>;

/** Connections are kept a little shorter than the usual server keeps them. */
const KEPT_MS = 4000;

/**
 * Sends requests with the key over connections that are kept. By `request` of undici, which is what `fetch` of Node is
 * made of: the same connections without the streams of the web, which take more than twice the time for each answer.
 */
export function createSendRequest(apiKey: string): SendRequest {
  const dispatcher = new Agent({ keepAliveTimeout: KEPT_MS });
  const headers = {
    "X-Browser-Use-API-Key": apiKey,
    accept: "application/json",
    "accept-encoding": "gzip, deflate, br",
    "user-agent": "sightglass",
  };
  return async (url, signal, action) => {
    const sent =
      action === undefined
        ? { headers }
        : {
            method: action.method,
            headers: { ...headers, "content-type": "application/json" },
            body: JSON.stringify(action.body),
          };
    const answer = await request(url, { dispatcher, signal, ...sent });
    // An error of a body that nobody reads any more is nobody's.
    answer.body.on("error", () => undefined);
    return { status: answer.statusCode, headers: toHeaders(answer.headers), body: answer.body };
  };
}

/** The body without its compression; `null` for one that is not known, or for several. */
export function decompressed({ headers, body }: Answer): Readable | null {
  const encoding = (headers.get("content-encoding") ?? "").trim().toLowerCase();
  if (encoding === "" || encoding === "identity") return body;
  const decoder = contentDecoder(encoding);
  if (decoder === null) return null;
  body.on("error", (error) => decoder.destroy(error));
  return body.pipe(decoder);
}

function toHeaders(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  return headers;
}
