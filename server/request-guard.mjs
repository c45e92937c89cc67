// @ts-check
import { REFUSAL, TEXT_POLICY } from "./answer-headers.mjs";
import { withoutBasePath } from "./base-path.mjs";
import { rejectRequest } from "./reject-request.mjs";

/**
 * What the request guard goes by: the base path, the hosts it answers for, the headers that it lets in and those of every answer, and
 * whether connections are still kept.
 * @typedef {object} House
 * @property {string} basePath
 * @property {readonly string[] | null} hosts
 * @property {(name: string) => boolean} isKnownHeader
 * @property {Readonly<Record<string, string>>} always
 * @property {() => boolean} isStopping
 */

/**
 * A listener that lets in only what `rejectRequest` lets in, with the path of ours in place of the address, and puts the
 * headers of every answer on each.
 * @param {import("node:http").RequestListener} inner
 * @param {House} house
 * @returns {import("node:http").RequestListener}
 */
export function requestGuard(inner, { basePath, hosts, isKnownHeader, always, isStopping }) {
  return (request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    addWhenWritten(response, isStopping);
    const { method = "", headers, httpVersion } = request;
    const url = withoutBasePath(basePath, request.url ?? "");
    const refusal = rejectRequest({ method, url, headers, httpVersion }, hosts);
    if (refusal === null) {
      request.url = url;
      keepHeaders(request, isKnownHeader);
      return inner(request, response);
    }
    response.statusCode = refusal.status;
    for (const [name, value] of Object.entries(REFUSAL)) response.setHeader(name, value);
    response.end(`${refusal.words}\n`);
  };
}

/**
 * Takes away all headers but the known ones, in each of the forms in which Node gives them.
 * @param {import("node:http").IncomingMessage} request
 * @param {(name: string) => boolean} isKnown
 */
function keepHeaders(request, isKnown) {
  const { headers, rawHeaders } = request;
  for (const name of Object.keys(headers)) {
    if (!isKnown(name)) Reflect.deleteProperty(headers, name);
  }
  request.rawHeaders = rawHeaders.filter((_, at) =>
    isKnown((rawHeaders[at - (at % 2)] ?? "").toLowerCase()),
  );
}

/** What an answer gets that sets none of these itself, such as a redirect or a bare error: it is not cached, and nothing in it runs. */
const DEFAULTS = { "Cache-Control": "no-store", "Content-Security-Policy": TEXT_POLICY };

/**
 * Adds the defaults that an answer does not set itself; and while the server stops, no connection is kept after an answer.
 * @param {import("node:http").ServerResponse} response
 * @param {() => boolean} isStopping
 */
function addWhenWritten(response, isStopping) {
  const writeHead = response.writeHead;
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {unknown[]} */ ...args) => {
      for (const [name, value] of Object.entries(DEFAULTS)) {
        if (!response.hasHeader(name)) response.setHeader(name, value);
      }
      if (isStopping()) response.setHeader("Connection", "close");
      return Reflect.apply(writeHead, response, args);
    }
  );
}
