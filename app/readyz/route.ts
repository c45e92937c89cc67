export const dynamic = "force-dynamic";

/** Says that the process answers requests; asks nobody else. */
export function GET(): Response {
  return new Response("ok", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
