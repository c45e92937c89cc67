import type { ShareScope } from "@/lib/domain/sharing/grant";

/** How long a share link may work. */
export const SHARE_LIFETIMES = [
  { name: "1h", label: "1 hour", ms: 3_600_000 },
  { name: "1d", label: "1 day", ms: 86_400_000 },
  { name: "7d", label: "7 days", ms: 604_800_000 },
  { name: "30d", label: "30 days", ms: 2_592_000_000 },
] as const;
export type ShareLifetime = (typeof SHARE_LIFETIMES)[number]["name"];
export const DEFAULT_LIFETIME: ShareLifetime = "7d";

/** A share link as it is listed: without its token, which nobody keeps. Times are ISO 8601 with `Z`. */
export type ShareLink = {
  id: string;
  scopes: readonly ShareScope[];
  /** The step that it opens at; `null` for none. */
  step: number | null;
  createdAt: string;
  expiresAt: string;
  /** Who made it, where that is known. */
  who: string | null;
};

/**
 * Whether links outlive a restart of the server: `kept`, or why not. `list` is in memory only; `keys` are made up at
 * every start, so that a link opens only on the instance that made it.
 */
export type ShareDurability = "kept" | "list" | "keys";

/** The body of `GET /api/tasks/{id}/share-links`: the links that work now, the newest first. */
export type ShareLinks = {
  links: readonly ShareLink[];
  durability: ShareDurability;
  /** The address people open, where the server knows it. */
  baseUrl: string | null;
};

/** The body of `POST /api/tasks/{id}/share-links`. */
export type NewShareLink = {
  scopes: readonly ShareScope[];
  lifetime: ShareLifetime;
  step: number | null;
};

/** Its answer: the one time that the token is told. `path` is the link behind the address that people open. */
export type MadeShareLink = { link: ShareLink; path: string };

/** The answer of `POST /api/share`, which takes `{ token }`. */
export type OpenedShare = { shareId: string; step: number | null };
