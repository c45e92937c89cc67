import "server-only";
import { randomBytes } from "node:crypto";
import {
  SHARE_LIFETIMES,
  type MadeShareLink,
  type NewShareLink,
  type ShareLink,
  type ShareLinks,
} from "@/lib/contract/share-link";
import { shareRoutes } from "@/lib/contract/share-routes";
import { getEnv } from "@/lib/server/config/env";
import { getShareLookup, getShareLinkStore, shareDurability } from "./process-shares";
import type { ShareRecord } from "./share-link-store";
import { signShareToken } from "./share-token";
import { signingKeys } from "@/lib/server/config/signing-keys";

/** The most links of one task that may work at a time. */
export const MOST_SHARE_LINKS = 100;

/** The links of a task that work now. Throws when the register cannot be reached. */
export async function listShareLinks(taskId: string): Promise<ShareLinks> {
  const records = await getShareLinkStore().list(taskId);
  return {
    links: records.map(toLink),
    durability: shareDurability(),
    baseUrl: getEnv().PUBLIC_BASE_URL,
  };
}

/** Makes a link. Its token is in what is given back and nowhere else. Throws when the register cannot be reached. */
export async function makeShareLink(
  taskId: string,
  wish: NewShareLink,
  who: string | null,
): Promise<MadeShareLink> {
  const createdAt = Date.now();
  const lifetime = SHARE_LIFETIMES.find(({ name }) => name === wish.lifetime)?.ms ?? 0;
  // Tokens count in whole seconds.
  const expiresAt = Math.floor((createdAt + lifetime) / 1000) * 1000;
  const { scopes, step } = wish;
  const id = randomBytes(16).toString("base64url");
  const token = await signShareToken(
    { shareId: id, taskId, scopes, expiresAt },
    signingKeys("share"),
  );
  const record: ShareRecord = { id, taskId, scopes, step, createdAt, expiresAt, who };
  await getShareLinkStore().add(record);
  return { link: toLink(record), path: `${shareRoutes.landing()}#${token}` };
}

/** Revokes a link: at once here, within seconds on other instances. `false` when the task has no such link. */
export async function revokeShareLink(taskId: string, id: string): Promise<boolean> {
  const isRevoked = await getShareLinkStore().revoke(taskId, id);
  if (isRevoked) getShareLookup().revoked(id);
  return isRevoked;
}

function toLink({ id, scopes, step, createdAt, expiresAt, who }: ShareRecord): ShareLink {
  return {
    id,
    scopes,
    step,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    who,
  };
}
