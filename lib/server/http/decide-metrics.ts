import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";

/** What whoever asks for the metrics gets. `absent`: there are none, and no more is said than at an unknown address. */
type MetricsDecision = "absent" | "refused" | "told";

/** Decides by the `Authorization` header alone: no session and no link opens the metrics. `token: null`: there is none. */
export function decideMetrics(token: string | null, headers: Headers): MetricsDecision {
  if (token === null) return "absent";
  const given = /^Bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
  // As digests both have the same length, and take the same time.
  return timingSafeEqual(digest(given), digest(token)) ? "told" : "refused";
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
