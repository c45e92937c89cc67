import "server-only";
import { basePathOf, withBasePath } from "@/server/base-path.mjs";

/** How the name of a cookie begins, and its `Path`. */
type CookieScope = { prefix: "" | "__Host-" | "__Secure-"; path: string };

/**
 * Where a cookie of ours counts: below the base path alone, so that two servers on one host keep apart. Over https
 * browsers hold to what its name says: that no other host set it (`__Host-`), or where it has a path, which that does not
 * allow, that it came over https (`__Secure-`).
 */
export function cookieScope(publicBaseUrl: string | null, isSecure: boolean): CookieScope {
  const path = withBasePath(basePathOf(publicBaseUrl), "/");
  if (!isSecure) return { prefix: "", path };
  return { prefix: path === "/" ? "__Host-" : "__Secure-", path };
}
