// @ts-check
import { isThisMachine } from "./public-address.mjs";

const LONGEST_ADDRESS = 8192;
const LARGEST_BODY = 65_536;
const METHODS = ["GET", "HEAD", "POST", "DELETE"];
/** Probes come with whatever name the platform gives an instance; so does who reads the metrics, with a token. */
const PROBES = ["/healthz", "/readyz", "/metrics"];

/**
 * What is known of a request before anything of its body is read.
 * @typedef {{ method: string, url: string, headers: Readonly<import("node:http").IncomingHttpHeaders>, httpVersion: string }} Early
 */

/**
 * Decides on what is no request for this server, before the framework sees it: that answers a broken path and TRACE
 * with 500, reads bodies before a handler is asked, and believes headers about its own inner life.
 * @param {Early} request
 * @param {readonly string[] | null} hosts The hosts it answers for, beside this machine's own names; `null` for all.
 * @returns {{ status: number, words: string } | null} `null` lets it in.
 */
export function rejectRequest({ method, url, headers, httpVersion }, hosts) {
  if (url.length > LONGEST_ADDRESS) return { status: 414, words: "The address is too long." };
  const path = url.split("?", 1)[0] ?? "";
  if (!isPlainPath(path)) return { status: 400, words: "The address cannot be read." };
  if (headers.host === undefined && httpVersion !== "1.0") {
    return { status: 400, words: "A request has to name its host." };
  }
  if (!PROBES.includes(path) && !isOurHost(headers.host ?? "", hosts)) {
    return { status: 421, words: "This server does not answer for this host name." };
  }
  const isAction = method === "POST" || method === "DELETE";
  if (!METHODS.includes(method) || (isAction && !path.startsWith("/api/"))) {
    return { status: 405, words: "This method is not answered here." };
  }
  if (headers.upgrade !== undefined) {
    return { status: 400, words: "No connection becomes another here." };
  }
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) {
    return { status: 417, words: "This expectation is not met here." };
  }
  if (headers["transfer-encoding"] !== undefined) {
    return { status: 411, words: "A request has to say how long it is." };
  }
  if (Number(headers["content-length"] ?? 0) > LARGEST_BODY) {
    return { status: 413, words: "A request may have 64 KiB at most." };
  }
  return null;
}

/**
 * A path of ours, not an address of another server, that can be decoded and stays what it is.
 * @param {string} path
 */
function isPlainPath(path) {
  if (!path.startsWith("/") || /[\\\s]|\/\//.test(path)) return false;
  try {
    return !/[\0\r\n]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/**
 * @param {string} host
 * @param {readonly string[] | null} hosts
 */
function isOurHost(host, hosts) {
  if (hosts === null || hosts.includes(host.toLowerCase())) return true;
  return isThisMachine(host.replace(/:\d+$/, ""));
}

/**
 * The hosts that a configuration names: the one people open. A server that only this machine can reach has no other
 * name, so that no page can make one up for it.
 * @param {Readonly<Record<string, string | undefined>>} settings
 * @returns {readonly string[] | null}
 */
export function hostsOf({ HOST, PUBLIC_BASE_URL }) {
  if (PUBLIC_BASE_URL && URL.canParse(PUBLIC_BASE_URL)) return [new URL(PUBLIC_BASE_URL).host];
  return isThisMachine(HOST || "127.0.0.1") ? [] : null;
}

/**
 * The headers of a request that somebody here reads: of HTTP itself, of browsers, and those with which our own pages
 * ask the framework for a part of a page. What is not here does not get in, so that whatever the framework invents for
 * its inner life, nobody outside can say it.
 */
const KNOWN_HEADERS = new Set(
  `host connection keep-alive date content-length content-type expect transfer-encoding
   accept accept-encoding accept-language cache-control pragma if-none-match if-modified-since range if-range
   cookie origin referer user-agent priority purpose sec-purpose upgrade-insecure-requests
   sec-fetch-site sec-fetch-mode sec-fetch-dest sec-fetch-user
   rsc next-router-state-tree next-router-prefetch next-router-segment-prefetch next-url
   x-sightglass-proxy-secret`.split(/\s+/),
);

/** Those that the framework's own client sends as well while somebody develops. */
const KNOWN_IN_DEVELOPMENT = [
  "next-hmr-refresh",
  "next-html-request-id",
  "x-nextjs-html-request-id",
];

/**
 * Tells which headers are let in: the known ones, the one in which a trusted proxy names the user, and the token of
 * whoever reads the metrics where there are any.
 * @param {Readonly<Record<string, string | undefined>>} settings
 * @returns {(name: string) => boolean} Takes a name in lower case.
 */
export function knownHeaders({ TRUSTED_PROXY, METRICS_TOKEN, NODE_ENV }) {
  const more = [TRUSTED_PROXY?.trim().toLowerCase() ?? ""];
  if (METRICS_TOKEN?.trim()) more.push("authorization");
  if (NODE_ENV === "development") more.push(...KNOWN_IN_DEVELOPMENT);
  return (name) => KNOWN_HEADERS.has(name) || (name !== "" && more.includes(name));
}
