import "server-only";
import type { Env } from "@/lib/server/config/env";
import { isOverHttps, isThisMachine } from "@/server/public-address.mjs";
import { cookieScope } from "@/lib/server/sign-in/cookie-scope";
import { requestCookies } from "@/lib/server/sign-in/request-cookies";

const PREFIX = "sightglass_share_";
/** A browser holds the cookies of so many links; whoever opens more loses the oldest. */
const MOST_LINKS = 12;

/** The cookies of share links, one for each, which hold their tokens. */
export type ShareCookies = {
  /** The token of a link that a request brings; `null` for none. */
  read(shareId: string, headers: Headers): string | null;
  /** `Set-Cookie` for a link that was opened (`maxAgeSeconds` is what is left of it), and for those that have to go for it. */
  set(shareId: string, token: string, maxAgeSeconds: number, headers: Headers): readonly string[];
};

/**
 * See `ShareCookies`. They are sent with https only, and without a base path no other host can set them; plain http on
 * this machine has neither.
 */
export function createShareCookies({
  PUBLIC_BASE_URL,
}: Pick<Env, "PUBLIC_BASE_URL">): ShareCookies {
  const isSecure = (headers: Headers): boolean => {
    if (PUBLIC_BASE_URL !== null) return isOverHttps(PUBLIC_BASE_URL);
    const host = `http://${headers.get("host") ?? ""}`;
    return !URL.canParse(host) || !isThisMachine(new URL(host).hostname);
  };
  const scopeFor = (headers: Headers) => cookieScope(PUBLIC_BASE_URL, isSecure(headers));
  const nameOf = (shareId: string, headers: Headers) =>
    `${scopeFor(headers).prefix}${PREFIX}${shareId}`;
  return {
    read: (shareId, headers) => {
      const name = nameOf(shareId, headers);
      return requestCookies(headers).find((cookie) => cookie.name === name)?.value ?? null;
    },
    set: (shareId, token, maxAgeSeconds, headers) => {
      const name = nameOf(shareId, headers);
      const { path } = scopeFor(headers);
      const attributes = `Path=${path}; HttpOnly; SameSite=Lax${isSecure(headers) ? "; Secure" : ""}`;
      // Browsers send the oldest first.
      const others = requestCookies(headers)
        .map((cookie) => cookie.name)
        .filter(
          (other) =>
            other !== name && /^(?:__Host-|__Secure-)?sightglass_share_[\w-]+$/.test(other),
        );
      const surplus = others.slice(0, Math.max(0, others.length - (MOST_LINKS - 1)));
      return [
        ...surplus.map((other) => `${other}=; Max-Age=0; ${attributes}`),
        `${name}=${token}; Max-Age=${String(Math.max(0, Math.floor(maxAgeSeconds)))}; ${attributes}`,
      ];
    },
  };
}
