// @ts-check
import { createServer } from "node:http";
import { headersOfEvery } from "./answer-headers.mjs";
import { basePathOf, withBasePath, withoutBasePath } from "./base-path.mjs";
import { bareAnswer, endWith, refusalFor } from "./bare-answer.mjs";
import { Connections } from "./connections.mjs";
import { requestGuard } from "./request-guard.mjs";
import { LIMITS } from "./judge-connections.mjs";
import { isOverHttps } from "./public-address.mjs";
import { hostsOf, knownHeaders, rejectRequest } from "./reject-request.mjs";

/** Limits of Node's own, in milliseconds. A connection is kept for longer than proxies keep theirs, usually a minute. */
const OF_NODE = {
  keepAliveTimeout: 72_000,
  headersTimeout: 75_000,
  requestTimeout: 75_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16_384,
  // The request guard refuses a request without a host, with the headers of every answer.
  requireHostHeader: false,
};
const MOST_HEADERS = 100;

/**
 * A server with the request guard before `inner`, which gets paths of ours: without the base path. Whatever cannot be read, comes too slowly or is not read is ended, and
 * Node's own refusals carry the headers of every answer.
 * @param {import("node:http").RequestListener} inner
 * @param {{
 *   settings: Readonly<Record<string, string | undefined>>,
 *   stopping: AbortSignal,
 *   limits?: Readonly<import("./judge-connections.mjs").ConnectionLimits>,
 *   sweepMs?: number,
 *   now?: () => number,
 *   upgrades?: import("node:http").Server,
 * }} options `now` gives milliseconds. `upgrades` is told of the connections that become another, which happens in
 *   development only; without it each is refused.
 */
export function createHttpServer(
  inner,
  { settings, stopping, limits = LIMITS, sweepMs = 1000, now = Date.now, upgrades },
) {
  const always = headersOfEvery(isOverHttps(settings.PUBLIC_BASE_URL));
  const isStopping = () => stopping.aborted;
  const isKnownHeader = knownHeaders(settings);
  const basePath = basePathOf(settings.PUBLIC_BASE_URL);
  const house = { basePath, hosts: hostsOf(settings), isKnownHeader, always, isStopping };
  const server = createServer(OF_NODE);
  server.maxHeadersCount = MOST_HEADERS;
  const connections = new Connections(server, now);

  /** @type {(within: import("node:http").RequestListener) => import("node:http").RequestListener} */
  const noted = (within) => {
    const listener = requestGuard(within, house);
    return (request, response) => {
      connections.note(request, response);
      listener(request, response);
    };
  };
  server.on("request", noted(inner));
  server.on("checkExpectation", noted(inner));
  server.on(
    "checkContinue",
    noted((request, response) => {
      response.writeContinue();
      inner(request, response);
    }),
  );

  /** @type {WeakSet<import("node:stream").Duplex>} */
  const refused = new WeakSet();
  /** @type {(socket: import("node:stream").Duplex, refusal: { status: number, words: string }) => void} */
  const refuse = (socket, refusal) => {
    if (refused.has(socket)) return;
    refused.add(socket);
    const isUnderWay = connections.responsesOn(socket).some(({ headersSent }) => headersSent);
    const hasAsked = Reflect.get(socket, "bytesRead") !== 0;
    if (!socket.writable || isUnderWay || !hasAsked) socket.destroy();
    else endWith(socket, bareAnswer(refusal, always));
  };
  server.on("clientError", (/** @type {NodeJS.ErrnoException} */ error, socket) => {
    refuse(socket, refusalFor(error.code));
  });
  server.on("connect", (_request, socket) => {
    refuse(socket, { status: 405, words: "This method is not answered here." });
  });

  if (upgrades !== undefined) {
    server.on("upgrade", (request, socket, head) => {
      const { method = "", headers, httpVersion } = request;
      const url = withoutBasePath(basePath, request.url ?? "");
      const asked = { method, url, headers: { ...headers, upgrade: undefined }, httpVersion };
      const isOfFramework = url.startsWith("/_next/");
      if (!isOfFramework || rejectRequest(asked, house.hosts) !== null) socket.destroy();
      else {
        request.url = withBasePath(basePath, url);
        upgrades.emit("upgrade", request, socket, head);
      }
    });
  }

  const sweep = setInterval(() => {
    for (const { connection, reason } of connections.sweep(limits)) {
      if (reason === "late-request")
        refuse(connection.socket, refusalFor("ERR_HTTP_REQUEST_TIMEOUT"));
      else connection.socket.resetAndDestroy();
    }
  }, sweepMs);
  sweep.unref();
  server.once("close", () => clearInterval(sweep));
  return { server, connections };
}
