import "server-only";

/** Why a request is let through or refused, by where it comes from. */
export type OriginDecision =
  | { allow: true; reason: "same-origin" | "not-a-browser" }
  | { allow: false; reason: "cross-site" | "not-same-origin" | "not-json" };

/** A read is refused only when a browser says that another site asks (Fetch Metadata). */
export function decideRead(headers: Headers): OriginDecision {
  const site = headers.get("sec-fetch-site");
  if (site === "cross-site") return { allow: false, reason: "cross-site" };
  return { allow: true, reason: site === null ? "not-a-browser" : "same-origin" };
}

/**
 * An action is let through for our own pages (`Sec-Fetch-Site`, or where that is absent an `Origin` with the
 * request's own host) and for programs that send neither; a body has to be JSON, which no form can send.
 */
export function decideAction(headers: Headers): OriginDecision {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null && site !== "same-origin") return { allow: false, reason: "not-same-origin" };
  if (site === null && origin !== null && !isSameHost(origin, headers.get("host"))) {
    return { allow: false, reason: "not-same-origin" };
  }
  const type = headers.get("content-type");
  if (type !== null && !/^application\/json\s*(?:;|$)/i.test(type)) {
    return { allow: false, reason: "not-json" };
  }
  return {
    allow: true,
    reason: site === null && origin === null ? "not-a-browser" : "same-origin",
  };
}

function isSameHost(origin: string, host: string | null): boolean {
  return host !== null && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
