import "server-only";
import { NEVER_ALLOWED } from "@/server/answer-headers.mjs";
import { isOverHttps } from "@/server/public-address.mjs";
import type { Env } from "@/lib/server/config/env";
import { contentSecurityPolicy } from "./content-security-policy";

/** The headers of one page, and those that its rendering needs to know. */
export type PageHeaders = { policy: string; answer: Readonly<Record<string, string>> };

type PageEnv = Pick<Env, "LIVE_ORIGINS" | "BROWSER_USE_BASE_URL" | "PUBLIC_BASE_URL" | "NODE_ENV">;

/**
 * Decides the headers of the page at `pathname`. A reader goes from one page to another without leaving the document,
 * and its headers stay; so all pages that lead to a live view allow one. The others, and addresses that are written
 * in an unusual way, allow none.
 */
export function pageHeaders(pathname: string, nonce: string, env: PageEnv): PageHeaders {
  const frames = canHoldLiveView(pathname) ? liveFrames(env) : [];
  const policy = contentSecurityPolicy({
    nonce,
    frames,
    isSecure: isOverHttps(env.PUBLIC_BASE_URL),
    isDevelopment: env.NODE_ENV === "development",
  });
  const answer = {
    "content-security-policy": policy,
    "cache-control": "private, no-store",
    ...(frames.length === 0 ? {} : { "permissions-policy": permissions(env.LIVE_ORIGINS) }),
  };
  return { policy, answer };
}

function canHoldLiveView(pathname: string): boolean {
  return /^\/(?:$|tasks\/|compare$|board$)/.test(pathname);
}

function liveFrames({ LIVE_ORIGINS, BROWSER_USE_BASE_URL }: PageEnv): string[] {
  const { protocol, hostname } = new URL(BROWSER_USE_BASE_URL);
  // A live view may come from any port of the upstream's host.
  return [...LIVE_ORIGINS, `${protocol}//${hostname}:*`];
}

/** A film in the live view may play by itself, and a page of ours may fill the screen; nothing else is allowed. */
function permissions(liveOrigins: readonly string[]): string {
  const origins = liveOrigins.map((origin) => `"${origin}"`).join(" ");
  const none = NEVER_ALLOWED.map((name) => `${name}=()`);
  return [...none, `autoplay=(self ${origins})`, "fullscreen=(self)"].join(", ");
}
