// @ts-check
import { REFUSAL, TEXT_POLICY } from "./answer-headers.mjs";
import { isInternalHeader, rejectRequest } from "./reject-request.mjs";

/**
 * What the request guard goes by: the hosts it answers for, the headers of every answer, and whether connections are
 * still kept.
 * @typedef {{ hosts: readonly string[] | null, always: Readonly<Record<string, string>>, isStopping: () => boolean }} House
 */

/**
 * A listener that lets in only what `rejectRequest` lets in, and puts the headers of every answer on each.
 * @param {import("node:http").RequestListener} inner
 * @param {House} house
 * @returns {import("node:http").RequestListener}
 */
export function requestGuard(inner, { hosts, always, isStopping }) {
  return (request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    addWhenWritten(response, isStopping);
    const { method = "", url = "", headers, httpVersion } = request;
    const refusal = rejectRequest({ method, url, headers, httpVersion }, hosts);
    if (refusal === null) {
      for (const name of Object.keys(headers)) {
        if (isInternalHeader(name)) Reflect.deleteProperty(headers, name);
      }
      return inner(request, response);
    }
    response.statusCode = refusal.status;
    for (const [name, value] of Object.entries(REFUSAL)) response.setHeader(name, value);
    response.end(`${refusal.words}\n`);
  };
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
