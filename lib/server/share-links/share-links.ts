import "server-only";
import { randomBytes } from "node:crypto";
import {
  SHARE_LIFETIMES,
  type MadeShareLink,
  type NewShareLink,
  type ShareDurability,
  type ShareLink,
  type ShareLinks,
} from "@/lib/contract/share-link";
import { shareRoutes } from "@/lib/contract/share-routes";
import type { SigningKey } from "@/lib/server/config/derive-key";
import type { Env } from "@/lib/server/config/env";
import type { ShareLookup } from "./share-lookup";
import type { ShareRecord, ShareLinkStore } from "./share-link-store";
import { fromShareList } from "./share-list-unavailable";
import { signShareToken } from "./share-token";

/** The most links of one task that may work at a time. */
export const MOST_SHARE_LINKS = 100;

/** The links of tasks, for operators. Every call throws `ShareListUnavailable` when the store cannot be reached. */
export type ShareLinkDesk = {
  /** The links of a task that work now. */
  list(taskId: string): Promise<ShareLinks>;
  /** Makes a link. Its token is in what is given back and nowhere else. */
  make(taskId: string, wish: NewShareLink, who: string | null): Promise<MadeShareLink>;
  /** Revokes a link: at once here, within seconds on other instances. `false` when the task has no such link. */
  revoke(taskId: string, id: string): Promise<boolean>;
};

type Parts = {
  env: Pick<Env, "PUBLIC_BASE_URL">;
  keys: readonly SigningKey[];
  store: ShareLinkStore;
  lookup: ShareLookup;
  durability: ShareDurability;
  now: () => number;
};

/** See `ShareLinkDesk`. */
export function createShareLinkDesk(parts: Parts): ShareLinkDesk {
  const { env, keys, store, lookup, durability, now } = parts;
  return {
    list: async (taskId) => {
      const records = await fromShareList(store.list(taskId));
      return {
        links: records.map(toLink),
        durability,
        baseUrl: env.PUBLIC_BASE_URL,
      };
    },
    make: async (taskId, wish, who) => {
      const createdAt = now();
      const lifetime = SHARE_LIFETIMES.find(({ name }) => name === wish.lifetime)?.ms ?? 0;
      // Tokens count in whole seconds.
      const expiresAt = Math.floor((createdAt + lifetime) / 1000) * 1000;
      const { scopes, step } = wish;
      const id = randomBytes(16).toString("base64url");
      const token = await signShareToken({ shareId: id, taskId, scopes, expiresAt }, keys);
      const record: ShareRecord = { id, taskId, scopes, step, createdAt, expiresAt, who };
      await fromShareList(store.add(record));
      return { link: toLink(record), path: `${shareRoutes.landing()}#${token}` };
    },
    revoke: async (taskId, id) => {
      const isRevoked = await fromShareList(store.revoke(taskId, id));
      if (isRevoked) lookup.revoked(id);
      return isRevoked;
    },
  };
}

/** Whether the links of a server outlive a restart: for that their list has to be kept, and the keys of their tokens. */
export function shareDurability(facts: {
  hasKeptLinks: boolean;
  hasKeptKeys: boolean;
}): ShareDurability {
  if (!facts.hasKeptLinks) return "list";
  return facts.hasKeptKeys ? "kept" : "keys";
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
