import "server-only";
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { decideAsset, type AssetRules } from "./asset-address";
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

const MOST_REDIRECTS = 2;
const HEADERS_MS = 10_000;
const IDLE_MS = 30_000;

/** An opened asset, or why there is none. `message` has to be read to its end or destroyed. */
export type AssetAnswer =
  | { ok: true; status: number; message: IncomingMessage }
  | { ok: false; reason: "refused-address" | "timeout" | "unreachable" | "aborted" };

/** A part that is asked for, and the name of the whole that it is to be a part of, as HTTP spells them (RFC 9110, 14). */
export type AssetRange = { range: string; ifRange: string | null };

/** Opens presigned addresses. It knows no key, and checks the address of every hop. */
export type AssetClient = (
  address: string,
  signal: AbortSignal,
  part?: AssetRange | null,
) => Promise<AssetAnswer>;

/** Makes a client for assets; `headersMs` is how long the headers of one hop may take. */
export function createAssetClient(rules: AssetRules, headersMs = HEADERS_MS): AssetClient {
  const open = async (
    address: string,
    signal: AbortSignal,
    part: AssetRange | null,
    redirects: number,
  ): Promise<AssetAnswer> => {
    const decision = decideAsset(address, rules);
    if (!decision.allow) return { ok: false, reason: "refused-address" };
    const answer = await send(address, decision, { signal, part, headersMs });
    const next = answer.ok ? redirectTarget(answer, decision.url) : null;
    if (!answer.ok || next === null) return answer;
    answer.message.destroy();
    if (redirects === 0) return { ok: false, reason: "unreachable" };
    return open(next, signal, part, redirects - 1);
  };
  return (address, signal, part = null) => open(address, signal, part, MOST_REDIRECTS);
}

function send(
  address: string,
  { url, isUpstreamHost }: { url: URL; isUpstreamHost: boolean },
  { signal, part, headersMs }: { signal: AbortSignal; part: AssetRange | null; headersMs: number },
): Promise<AssetAnswer> {
  const { promise, resolve } = deferred<AssetAnswer>();
  if (signal.aborted) return Promise.resolve({ ok: false, reason: "aborted" });
  const start = url.protocol === "https:" ? requestHttps : requestHttp;
  const request = start({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? undefined : Number(url.port),
    path: rawPath(address, url),
    headers: {
      host: url.host,
      accept: "*/*",
      "accept-encoding": "identity",
      ...headersOf(part),
    },
    signal,
    ...(isUpstreamHost ? {} : { lookup: guardedLookup }),
  });
  const headers = setTimeout(() => {
    resolve({ ok: false, reason: "timeout" });
    request.destroy();
  }, headersMs);
  request.setTimeout(IDLE_MS, () => request.destroy());
  request.on("error", () => {
    clearTimeout(headers);
    resolve({ ok: false, reason: signal.aborted ? "aborted" : "unreachable" });
  });
  request.on("response", (message) => {
    clearTimeout(headers);
    // Without a listener an error after this point would end the process.
    message.on("error", () => undefined);
    resolve({ ok: true, status: message.statusCode ?? 0, message });
  });
  request.end();
  return promise;
}

function headersOf(part: AssetRange | null): Record<string, string> {
  if (part === null) return {};
  const { range, ifRange } = part;
  return ifRange === null ? { range } : { range, "if-range": ifRange };
}

function redirectTarget(
  answer: { status: number; message: IncomingMessage },
  from: URL,
): string | null {
  const { location } = answer.message.headers;
  if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return null;
  // An absolute target keeps its bytes; a relative one is resolved.
  if (/^https?:/i.test(location)) return location;
  return URL.canParse(location, from) ? new URL(location, from).href : "";
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/**
 * The path and query of an address byte for byte: a signature covers them, and the URL parser would write
 * some characters anew. Falls back to the parser where the text could not stand in a request line.
 */
export function rawPath(address: string, url: URL): string {
  const rest = /^https?:\/\/[^/?#\\\s]+([^#]*)/i.exec(address)?.[1] ?? "";
  const path = rest.startsWith("?") ? `/${rest}` : rest;
  return /^\/[\x21-\x7e]*$/.test(path) ? path : `${url.pathname}${url.search}`;
}

/** Resolves a name for a connection and refuses it when any of its addresses is not public. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, "", 0);
      return;
    }
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
      callback(Object.assign(new Error("Not a public address"), { code: "EACCES" }), "", 0);
      return;
    }
    // The connection is made to what is handed over here: nothing resolves the name a second time.
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
