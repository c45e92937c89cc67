import { withBasePath, withoutBasePath } from "@/server/base-path.mjs";

/** The base path that this build was made for, as `next.config.mjs` writes it in here; empty for none. */
export const BASE_PATH = process.env.SIGHTGLASS_BASE_PATH ?? "";

/**
 * The address of a path of ours, as browsers take it. The framework takes paths, in its links and redirects, and makes
 * addresses of them itself.
 */
export const addressOf = process.env.SIGHTGLASS_BASE_PATH
  ? (path: string) => withBasePath(BASE_PATH, path)
  : asItIs;

/** The path of ours at an address of this page's host. */
export const pathAt = process.env.SIGHTGLASS_BASE_PATH
  ? (address: string) => withoutBasePath(BASE_PATH, address)
  : asItIs;

/** Where there is no base path. The name above is written out in each, so that a build leaves out what it does not need. */
function asItIs(text: string): string {
  return text;
}
