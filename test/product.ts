import "server-only";
import { vi } from "vitest";

/** The answer of a route handler to one request. */
export type RouteHandler<Params> = (
  request: Request,
  route: { params: Promise<Params> },
) => Promise<Response>;

/** Configures the product for a test: everything that lives once in a process starts anew. */
export function configureProduct(settings: Readonly<Record<string, string>>): void {
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (key.description?.startsWith("sightglass.") === true)
      Reflect.deleteProperty(globalThis, key);
  }
  vi.unstubAllEnvs();
  vi.stubEnv("LOG_LEVEL", "silent");
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
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
