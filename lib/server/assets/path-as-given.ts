import "server-only";

/**
 * The path and query of an address byte for byte: a signature covers them, and the URL parser would write
 * some characters anew. Falls back to the parser where the text could not stand in a request line.
 */
export function pathAsGiven(address: string, url: URL): string {
  const rest = /^https?:\/\/[^/?#\\\s]+([^#]*)/i.exec(address)?.[1] ?? "";
  const path = rest.startsWith("?") ? `/${rest}` : rest;
  return /^\/[\x21-\x7e]*$/.test(path) ? path : `${url.pathname}${url.search}`;
}
