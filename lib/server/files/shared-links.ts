import "server-only";
import { LRUCache } from "lru-cache";
import type { FileLink } from "@/lib/server/upstream/gateway";

/** Presigned addresses work for minutes; one is handed out again for half a minute only. */
const KEPT_MS = 30_000;
const FAILED_MS = 2000;
const RENEWAL_MS = 1000;
const MOST_LINKS = 1000;

/** A link as it is asked for, or was; `renewedAt`: when it came in the place of a refused one, epoch milliseconds. */
type Held = { asking: Promise<FileLink>; renewedAt: number | null };

/**
 * The presigned address of a file, `name` telling which: all who want it within half a minute share one call. For
 * `refused`, an address that does not work any more, another is asked for, once a second by all together. Throws
 * what `ask` throws.
 */
export type SharedLink = (
  name: string,
  refused: string | null,
  ask: () => Promise<FileLink>,
) => Promise<FileLink>;

/** See `SharedLink`. `now` gives epoch milliseconds. */
export function createSharedLink(now: () => number): SharedLink {
  const links = new LRUCache<string, Held>({ max: MOST_LINKS, ttl: KEPT_MS });
  return async (name, refused, ask) => {
    const held = links.get(name);
    if (held !== undefined) {
      const link = await held.asking;
      if (link.url !== refused) return link;
      const newest = links.get(name);
      if (typeof newest?.renewedAt === "number" && now() - newest.renewedAt < RENEWAL_MS) {
        return newest.asking;
      }
    }
    const asking = ask();
    const entry = { asking, renewedAt: refused === null ? null : now() };
    links.set(name, entry);
    asking.catch(() => {
      if (links.peek(name) === entry) links.set(name, entry, { ttl: FAILED_MS });
    });
    return asking;
  };
}
