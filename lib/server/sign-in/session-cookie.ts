import "server-only";
import { isOverHttps } from "@/server/public-address.mjs";
import type { Env } from "@/lib/server/config/env";
import { cookieScope } from "./cookie-scope";
import { requestCookies } from "./request-cookies";
import { SESSION_SECONDS } from "./session-token";

/** The cookie that holds a session. */
export type SessionCookie = {
  /** The `Set-Cookie` of a session. */
  set(token: string): string;
  /** The `Set-Cookie` that ends it in the browser. */
  clear(): string;
  /** The token in a request's cookies; `null` without one. */
  read(headers: Headers): string | null;
};

/** Where people open this server over https, and only there, the cookie can be kept from plain http. */
export function createSessionCookie({
  PUBLIC_BASE_URL,
}: Pick<Env, "PUBLIC_BASE_URL">): SessionCookie {
  const isSecure = isOverHttps(PUBLIC_BASE_URL);
  const { prefix, path } = cookieScope(PUBLIC_BASE_URL, isSecure);
  const name = `${prefix}sightglass_session`;
  const cookie = (value: string, seconds: number) =>
    `${name}=${value}; Path=${path}; HttpOnly${isSecure ? "; Secure" : ""}; SameSite=Lax; Max-Age=${String(seconds)}`;
  return {
    set: (token) => cookie(token, SESSION_SECONDS),
    clear: () => cookie("", 0),
    read: (headers) => {
      const value = requestCookies(headers).find((given) => given.name === name)?.value ?? "";
      return value === "" ? null : value;
    },
  };
}
