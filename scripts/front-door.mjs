// @ts-check
// Loaded before the framework, which has no place of its own to look at a request before it does.
import http from "node:http";
import process from "node:process";
import { EVERY_ANSWER, OVER_HTTPS } from "./answer-headers.mjs";
import { hostsOf, isInnerHeader, refuseEarly } from "./refuse-early.mjs";

const hosts = hostsOf(process.env);
const isHttps = /^https:/i.test(process.env.PUBLIC_BASE_URL ?? "");
const ALWAYS = isHttps ? [...EVERY_ANSWER, OVER_HTTPS] : EVERY_ANSWER;

/**
 * A listener that lets in only what `refuseEarly` lets in, and puts the headers of every answer on each.
 * @param {import("node:http").RequestListener} inner
 * @returns {import("node:http").RequestListener}
 */
function guarded(inner) {
  return (request, response) => {
    for (const { key, value } of ALWAYS) response.setHeader(key, value);
    const { method = "", url = "", headers } = request;
    const refusal = refuseEarly({ method, url, headers }, hosts);
    if (refusal === null) {
      for (const name of Object.keys(headers)) if (isInnerHeader(name)) delete headers[name];
      return inner(request, response);
    }
    response.writeHead(refusal.status, {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
      Connection: "close",
    });
    response.end(`${refusal.words}\n`);
  };
}

const createServer = http.createServer;
// The two forms that the function has: with options, and without.
http.createServer = /** @type {typeof createServer} */ (
  (/** @type {unknown[]} */ ...args) => {
    const wrapped = args.map((arg) =>
      typeof arg === "function"
        ? guarded(/** @type {import("node:http").RequestListener} */ (arg))
        : arg,
    );
    return Reflect.apply(createServer, http, wrapped);
  }
);
