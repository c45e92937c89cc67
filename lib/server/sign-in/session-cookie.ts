import "server-only";
import { isOverHttps } from "@/scripts/public-address.mjs";
import { getEnv } from "@/lib/server/config/env";
import { requestCookies } from "./request-cookies";
import { SESSION_SECONDS } from "./session-token";

/** Whether people open this server over https: only then can a cookie be kept from plain http. */
function isSecure(): boolean {
  return isOverHttps(getEnv().PUBLIC_BASE_URL);
}

function cookieName(): string {
  return isSecure() ? "__Host-sightglass_session" : "sightglass_session";
}

function cookie(value: string, seconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  const age = `Max-Age=${String(seconds)}`;
  return `${cookieName()}=${value}; Path=/; HttpOnly${secure}; SameSite=Lax; ${age}`;
}

/** The `Set-Cookie` of a session. */
export function sessionCookie(token: string): string {
  return cookie(token, SESSION_SECONDS);
}

/** The `Set-Cookie` that ends it in the browser. */
export function noSessionCookie(): string {
  return cookie("", 0);
}

/** The token in a request's cookies; `null` without one. */
export function sessionTokenOf(headers: Headers): string | null {
  const name = cookieName();
  const value = requestCookies(headers).find((cookie) => cookie.name === name)?.value ?? "";
  return value === "" ? null : value;
}
