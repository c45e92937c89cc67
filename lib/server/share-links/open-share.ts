import "server-only";
import type { Grant } from "@/lib/domain/sharing/grant";
import type { SigningKey } from "@/lib/server/config/derive-key";
import type { ShareCookies } from "./share-cookie";
import type { ShareLookup } from "./share-lookup";
import { isShareId, verifyShareToken, type ShareClaims } from "./share-token";

/** The grant of somebody who opened a share link. */
export type ShareGrant = Extract<Grant, { kind: "viewer" }>;

/** What a share link allows now, or why it allows nothing. `expiresAt` is epoch milliseconds. */
export type OpenShare =
  | { ok: true; grant: ShareGrant; step: number | null; expiresAt: number }
  | { ok: false; code: "share-not-found" }
  /** The token is good, but whether it was revoked nobody can tell now. */
  | { ok: false; code: "share-unconfirmed"; claims: ShareClaims };

/** What opens share links; neither way ever throws. */
export type ShareOpener = {
  /** What the cookie of a request allows for a link; nothing else that it brings counts. */
  byCookie(shareId: string, headers: Headers): Promise<OpenShare>;
  /** What a token allows. Whatever is wrong with it, the answer is the same. */
  byToken(token: string): Promise<OpenShare>;
};

type Parts = {
  keys: readonly SigningKey[];
  lookup: ShareLookup;
  cookies: ShareCookies;
  now: () => number;
};

/** See `ShareOpener`. */
export function createShareOpener({ keys, lookup, cookies, now }: Parts): ShareOpener {
  const byToken = async (token: string): Promise<OpenShare> => {
    const claims = await verifyShareToken(token, keys, now());
    if (claims === null) return NOTHING;
    const { shareId, taskId, scopes, expiresAt } = claims;
    const standing = await lookup.find(shareId);
    if (standing.state === "unconfirmed") return { ok: false, code: "share-unconfirmed", claims };
    if (standing.state === "gone" || standing.record.taskId !== taskId) return NOTHING;
    const grant: ShareGrant = { kind: "viewer", taskId, shareId, scopes };
    return { ok: true, grant, step: standing.record.step, expiresAt };
  };
  return {
    byToken,
    byCookie: async (shareId, headers) => {
      const token = isShareId(shareId) ? cookies.read(shareId, headers) : null;
      if (token === null) return NOTHING;
      const share = await byToken(token);
      return claimedId(share) === shareId ? share : NOTHING;
    },
  };
}

function claimedId(share: OpenShare): string | null {
  if (share.ok) return share.grant.shareId;
  return share.code === "share-unconfirmed" ? share.claims.shareId : null;
}

const NOTHING = { ok: false, code: "share-not-found" } as const;
