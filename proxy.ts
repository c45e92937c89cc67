import { NextResponse, type NextRequest } from "next/server";
import { getEnv } from "@/lib/server/env";
import { contentSecurityPolicy } from "@/lib/server/http/content-security-policy";

/** Sets the headers of every page. It decides nothing about access: handlers and pages ask for themselves. */
export function proxy(request: NextRequest): NextResponse {
  const env = getEnv();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  // What a share link shows has no live view.
  const isShared = /^\/share(?:\/|$)/.test(request.nextUrl.pathname);
  const policy = contentSecurityPolicy({
    nonce,
    liveOrigins: env.LIVE_ORIGINS,
    upstream: isShared ? null : new URL(env.BROWSER_USE_BASE_URL),
    isDevelopment: env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-is-shared", isShared ? "1" : "0");
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/static/|healthz$|readyz$|icon).*)"],
};
