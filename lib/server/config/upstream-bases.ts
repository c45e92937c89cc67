import "server-only";
import type { Env } from "./env";

/** Where the versions of the upstream's API are; `null` for one that is not asked. One is. */
export type UpstreamBases = { v2: string; v4: string | null } | { v2: null; v4: string };

/**
 * Where the versions are by the settings. v4 follows from `BROWSER_USE_BASE_URL` unless it is set apart, or off; an
 * address of v4 there means that there is no v2, as in the vendor's European deployment.
 */
export function upstreamBases(
  env: Pick<Env, "BROWSER_USE_BASE_URL" | "BROWSER_USE_V4_BASE_URL">,
): UpstreamBases {
  const { BROWSER_USE_BASE_URL: base, BROWSER_USE_V4_BASE_URL: apart } = env;
  if (base.endsWith("/v4")) return { v2: null, v4: base };
  if (apart === "off") return { v2: base, v4: null };
  const following = base.endsWith("/v2")
    ? base.replace(/2$/, "4")
    : `${new URL(base).origin}/api/v4`;
  return { v2: base, v4: apart ?? following };
}
