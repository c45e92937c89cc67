import "server-only";

type LiveUrlRules = {
  liveOrigins: readonly string[];
  baseUrl: string;
  /** Origins of this product: framed from there, the sandbox would not hold. */
  ownOrigins: readonly string[];
};

/**
 * Gives the live view's address back when it may be framed, otherwise `null`: https from a listed origin, or
 * the host that the upstream itself lives on (over http only when the upstream is http, which the
 * configuration allows on this machine alone).
 */
export function allowedLiveUrl(address: string | null, rules: LiveUrlRules): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  const base = new URL(rules.baseUrl);
  if (url.username !== "" || url.password !== "" || rules.ownOrigins.includes(url.origin))
    return null;
  const isListed = url.protocol === "https:" && rules.liveOrigins.includes(url.origin);
  const isUpstream =
    url.hostname === base.hostname && (url.protocol === "https:" || url.protocol === base.protocol);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && (isListed || isUpstream) ? url.href : null;
}
