// @ts-check
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
export function frontDoor(inner) {
  return (request, response) => {
    for (const { key, value } of ALWAYS) response.setHeader(key, value);
    keepNothingUnsaid(response);
    const { method = "", url = "", headers } = request;
    const refusal = refuseEarly({ method, url, headers }, hosts);
    if (refusal === null) {
      for (const name of Object.keys(headers)) {
        if (isInnerHeader(name)) Reflect.deleteProperty(headers, name);
      }
      return inner(request, response);
    }
    response.statusCode = refusal.status;
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    // What is still on its way is not read.
    response.setHeader("Connection", "close");
    response.end(`${refusal.words}\n`);
  };
}

/**
 * What says nothing about being kept, as redirects and bare errors do, is kept by nobody.
 * @param {import("node:http").ServerResponse} response
 */
function keepNothingUnsaid(response) {
  const writeHead = response.writeHead;
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {unknown[]} */ ...args) => {
      if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-store");
      return Reflect.apply(writeHead, response, args);
    }
  );
}
