import "server-only";
import type { Grant } from "@/lib/domain/sharing/grant";
import { getShareLookup } from "./process-shares";
import { readShareCookie } from "./share-cookie";
import { isShareId, verifyShareToken, type ShareClaims } from "./share-token";
import { signingKeys } from "@/lib/server/config/signing-keys";

/** The grant of somebody who opened a share link. */
export type ShareGrant = Extract<Grant, { kind: "viewer" }>;

/** What a share link allows now, or why it allows nothing. `expiresAt` is epoch milliseconds. */
export type OpenShare =
  | { ok: true; grant: ShareGrant; step: number | null; expiresAt: number }
  | { ok: false; code: "share-not-found" }
  /** The token is good, but whether it was revoked nobody can tell now. */
  | { ok: false; code: "share-unconfirmed"; claims: ShareClaims };

/** What the cookie of a request allows for a link; nothing else that it brings counts. Never throws. */
export async function openShareByCookie(shareId: string, headers: Headers): Promise<OpenShare> {
  const token = isShareId(shareId) ? readShareCookie(shareId, headers) : null;
  if (token === null) return NOTHING;
  const share = await openShareByToken(token);
  const claimed = share.ok
    ? share.grant.shareId
    : share.code === "share-unconfirmed"
      ? share.claims.shareId
      : null;
  return claimed === shareId ? share : NOTHING;
}

/** What a token allows. Whatever is wrong with it, the answer is the same. Never throws. */
export async function openShareByToken(token: string): Promise<OpenShare> {
  const claims = await verifyShareToken(token, signingKeys("share"), Date.now());
  if (claims === null) return NOTHING;
  const { shareId, taskId, scopes, expiresAt } = claims;
  const standing = await getShareLookup().find(shareId);
  if (standing.state === "unconfirmed") return { ok: false, code: "share-unconfirmed", claims };
  if (standing.state === "gone" || standing.record.taskId !== taskId) return NOTHING;
  const grant: ShareGrant = { kind: "viewer", taskId, shareId, scopes };
  return { ok: true, grant, step: standing.record.step, expiresAt };
}

const NOTHING = { ok: false, code: "share-not-found" } as const;
