import "server-only";
import { createApp } from "@/lib/server/app/create-app";
import { parseEnv } from "@/lib/server/config/env";
import { createMemoryData } from "@/lib/server/data/memory-data-store";
import { processLink } from "@/server/process-link.mjs";

/** Times that take longer in earnest, in milliseconds. */
type QuickerTimes = {
  intervalMs?: number;
  longestSharedHoldMs?: number;
};

/** The answer of a route handler to one request. */
export type RouteHandler<Params> = (
  request: Request,
  route: { params: Promise<Params> },
) => Promise<Response>;

/**
 * Configures the product for a test: everything that lives once in a process is made anew. With bad settings there is
 * no app, as in a server that could not start. `quicker` stands for times of its own.
 */
export function configureProduct(
  settings: Readonly<Record<string, string>>,
  quicker: QuickerTimes = {},
): void {
  const link = processLink();
  link.app?.close();
  link.stopping = new AbortController();
  const parsed = parseEnv({ LOG_LEVEL: "silent", NODE_ENV: "test", ...settings });
  const data = createMemoryData(() => Date.now());
  link.app = null;
  if (!parsed.ok) return;
  const { intervalMs = parsed.env.POLL_INTERVAL_MS, ...options } = quicker;
  const env = { ...parsed.env, POLL_INTERVAL_MS: intervalMs };
  link.app = createApp(env, data, link.stopping.signal, options);
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
