import "server-only";
import { createApp } from "@/lib/server/app/create-app";
import { parseEnv } from "@/lib/server/config/env";
import { createMemoryData } from "@/lib/server/data/memory-data-store";
import { processLink } from "@/server/process-link.mjs";

/** The answer of a route handler to one request. */
export type RouteHandler<Params> = (
  request: Request,
  route: { params: Promise<Params> },
) => Promise<Response>;

/**
 * Configures the product for a test: everything that lives once in a process is made anew. With bad settings there is
 * no app, as in a server that could not start.
 */
export function configureProduct(settings: Readonly<Record<string, string>>): void {
  const link = processLink();
  link.app?.close();
  link.stopping = new AbortController();
  const parsed = parseEnv({ LOG_LEVEL: "silent", NODE_ENV: "test", ...settings });
  const data = createMemoryData(() => Date.now());
  link.app = parsed.ok ? createApp(parsed.env, data, link.stopping.signal) : null;
}

/** Calls a route handler as Next does. */
export function callRoute<Params>(
  handler: RouteHandler<Params>,
  path: string,
  params: Params,
  init: RequestInit = {},
): Promise<Response> {
  return handler(new Request(`http://127.0.0.1:3000${path}`, init), {
    params: Promise.resolve(params),
  });
}
