// @ts-check
/**
 * The base path: the path of `PUBLIC_BASE_URL`, below which every address of ours stands; empty where there is none. A
 * build is made for one, as the framework writes it into its files.
 */

/** One part of it or several, each of what needs no encoding and cannot be read in two ways. */
const PLAIN = /^(?:\/[a-z\d][\w.~-]*)+$/i;

/** What stands first in a path of ours. A base path that begins so could be taken for one when a proxy takes it away. */
const BEGINS_AS_OURS =
  /^\/(?:api|board|catalogue|compare|healthz|metrics|readyz|share|sign-in|status|tasks|icon\.svg|robots\.txt|manifest\.webmanifest|(?:apple-touch-icon|icon-192|icon-512|social)\.png)(?:\/|$)/;

/** What a path of `PUBLIC_BASE_URL` has to be, in words. */
export const BASE_PATH_RULE =
  "a path of it, such as /tools/sightglass, has letters, digits and - _ . ~ alone, and begins with no name of Sightglass's own";

/**
 * The base path that `PUBLIC_BASE_URL` asks for, as it is set or as it was read; `null` when it cannot be one.
 * @param {string | null | undefined} publicBaseUrl
 * @returns {string | null}
 */
export function parseBasePath(publicBaseUrl) {
  if (!publicBaseUrl?.trim()) return "";
  if (!URL.canParse(publicBaseUrl)) return null;
  const path = new URL(publicBaseUrl).pathname.replace(/\/+$/, "");
  if (path === "") return "";
  return PLAIN.test(path) && !BEGINS_AS_OURS.test(path) ? path : null;
}

/**
 * The same for whoever does not check the settings: none where it cannot be one.
 * @param {string | null | undefined} publicBaseUrl
 */
export function basePathOf(publicBaseUrl) {
  return parseBasePath(publicBaseUrl) ?? "";
}

/**
 * The address at which people find a path of ours. Both may have a query.
 * @param {string} basePath
 * @param {string} path
 */
export function withBasePath(basePath, path) {
  const isHome = /^\/(?:$|[?#])/.test(path);
  return basePath + (basePath !== "" && isHome ? path.slice(1) : path);
}

/**
 * The path of ours at an address, of which a proxy may have taken the base path away already: what does not begin with
 * it is left as it is.
 * @param {string} basePath
 * @param {string} address
 */
export function withoutBasePath(basePath, address) {
  const rest = address.slice(basePath.length);
  if (!address.startsWith(basePath) || !/^(?:$|[/?#])/.test(rest)) return address;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
