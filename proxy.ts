import { NextResponse, type NextRequest } from "next/server";
import { getApp } from "@/lib/server/app/get-app";
import { pageHeaders } from "@/lib/server/http/page-headers";

/** Sets the headers of every page. It decides nothing about access: handlers and pages ask for themselves. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { pathname } = request.nextUrl;
  const { policy, answer } = pageHeaders(pathname, nonce, getApp().env);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-is-shared", /^\/share(?:\/|$)/.test(pathname) ? "1" : "0");
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(answer)) response.headers.set(name, value);
  return response;
}

/** All but what answers for itself, by its whole name: a page says that there is nothing at any other address. */
export const config = {
  matcher: [
    // With a base path the framework takes the start page for none of the others.
    "/",
    "/((?!api/(?:board|seen|session|sessions|share|tasks)(?:/|$)|_next/static/|healthz$|readyz$|metrics$|icon\\.svg$|robots\\.txt$|manifest\\.webmanifest$|(?:apple-touch-icon|icon-192|icon-512|social)\\.png$).*)",
  ],
};
