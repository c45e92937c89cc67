import "server-only";
import type { Session } from "./session-token";

/** Sessions that were ended before their time: all that began up to a moment (epoch seconds), and single ones. */
type Revocations = { before: number; ended: ReadonlySet<string> };

/**
 * What an instance knows of them. Until `goodUntil` that is complete; after it, it was so at `since` (both epoch
 * milliseconds).
 */
export type KnownRevocations = { revocations: Revocations; goodUntil: number; since: number };

/**
 * Decides whether a session goes on. Where revocations cannot be read any longer, only sessions that began since
 * they last could are taken: none that may have been revoked, and who has the password can sign in anew.
 */
export function checkSession(
  session: Session,
  { revocations, goodUntil, since }: KnownRevocations,
  now: number,
): "valid" | "ended" | "unconfirmed" {
  if (session.startedAt <= revocations.before || revocations.ended.has(session.id)) return "ended";
  if (now > goodUntil && session.startedAt * 1000 < since) return "unconfirmed";
  return "valid";
}
