import { withBasePath, withoutBasePath } from "@/server/base-path.mjs";

/** The base path that this build was made for, as `next.config.mjs` writes it in here; empty for none. */
export const BASE_PATH = process.env.SIGHTGLASS_BASE_PATH ?? "";

/**
 * The address of a path of ours, as browsers take it. The framework takes paths, in its links and redirects, and makes
 * addresses of them itself.
 */
export const addressOf = (path: string) => withBasePath(BASE_PATH, path);

/** The path of ours at an address of this page's host. */
export const pathAt = (address: string) => withoutBasePath(BASE_PATH, address);
