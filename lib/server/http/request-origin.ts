import "server-only";

/** Why a request is let through or refused, by where it comes from. */
export type OriginDecision =
  | { allow: true; reason: "same-origin" | "not-a-browser" }
  | { allow: false; reason: "cross-site" | "not-same-origin" | "unknown-origin" | "not-json" };

/** What the decision on an action needs beside the headers. */
export type ActionFacts = {
  /** The origin that people open, if the configuration names it. */
  publicOrigin: string | null;
  /** The request carries a session, which a browser adds to what other sites send. */
  hasCookie: boolean;
};

/** A read is refused only when a browser says that another site asks (Fetch Metadata). */
export function decideRead(headers: Headers): OriginDecision {
  const site = headers.get("sec-fetch-site");
  if (site === "cross-site") return { allow: false, reason: "cross-site" };
  return { allow: true, reason: site === null ? "not-a-browser" : "same-origin" };
}

/**
 * An action is let through for our own pages (`Sec-Fetch-Site`, or where that is absent an `Origin` with the
 * public origin or the request's own host), and for programs that send neither and have no cookie; a body has to be
 * JSON, which no form can send.
 */
export function decideAction(headers: Headers, facts: ActionFacts): OriginDecision {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null && site !== "same-origin") return { allow: false, reason: "not-same-origin" };
  if (site === null && origin !== null && !isOurs(origin, headers.get("host"), facts)) {
    return { allow: false, reason: "not-same-origin" };
  }
  const isProgram = site === null && origin === null;
  if (isProgram && facts.hasCookie) return { allow: false, reason: "unknown-origin" };
  const type = headers.get("content-type");
  if (type !== null && !/^application\/json\s*(?:;|$)/i.test(type)) {
    return { allow: false, reason: "not-json" };
  }
  return { allow: true, reason: isProgram ? "not-a-browser" : "same-origin" };
}

function isOurs(origin: string, host: string | null, { publicOrigin }: ActionFacts): boolean {
  if (origin === publicOrigin) return true;
  return host !== null && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
