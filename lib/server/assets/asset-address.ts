import "server-only";
import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";

/** Where presigned addresses may lead. */
export type AssetRules = {
  /** The upstream's own address; its host may serve assets from any port. */
  baseUrl: string;
  /** Host names, each may start with `*.`; an empty list allows every public host. */
  assetHosts: readonly string[];
};

/** An address that may be fetched, or why not. `isUpstreamHost`: its address need not be a public one. */
export type AssetDecision =
  | { allow: true; url: URL; isUpstreamHost: boolean }
  | {
      allow: false;
      reason: "no-url" | "scheme" | "credentials" | "port" | "private-address" | "host-not-listed";
    };

const LONGEST = 8192;

/** Decides whether an asset may be fetched from an address; a name is checked again when it is resolved. */
export function decideAsset(address: string, rules: AssetRules): AssetDecision {
  if (address.length > LONGEST || !URL.canParse(address)) return { allow: false, reason: "no-url" };
  const url = new URL(address);
  const base = new URL(rules.baseUrl);
  if (url.username !== "" || url.password !== "") return { allow: false, reason: "credentials" };
  const isUpstreamHost = url.hostname === base.hostname;
  const isPlainUpstream = isUpstreamHost && url.protocol === "http:" && base.protocol === "http:";
  if (url.protocol !== "https:" && !isPlainUpstream) return { allow: false, reason: "scheme" };
  if (isUpstreamHost) return { allow: true, url, isUpstreamHost };
  // The URL parser leaves the port empty when it is the scheme's own.
  if (url.port !== "") return { allow: false, reason: "port" };
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host))
    return { allow: false, reason: "private-address" };
  if (!isListed(host, rules.assetHosts)) return { allow: false, reason: "host-not-listed" };
  return { allow: true, url, isUpstreamHost };
}

function isListed(host: string, hosts: readonly string[]): boolean {
  if (hosts.length === 0) return true;
  return hosts.some((entry) =>
    entry.startsWith("*.") ? host.endsWith(entry.slice(1)) : host === entry,
  );
}
