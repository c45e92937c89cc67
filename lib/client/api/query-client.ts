import { QueryClient } from "@tanstack/react-query";

/** A query client whose queries never retry by themselves: when to ask again is the polling policy's decision. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 0, gcTime: 5 * 60_000 } },
  });
}
