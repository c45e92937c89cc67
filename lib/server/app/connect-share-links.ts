import "server-only";
import type { SigningKey } from "@/lib/server/config/derive-key";
import type { Env } from "@/lib/server/config/env";
import type { OnCache } from "@/lib/server/config/memory-budget";
import type { DataStore } from "@/lib/server/data/data-store";
import type { Metrics } from "@/lib/server/observability/metrics";
import { createDownloadWait } from "@/lib/server/share-links/download-limit";
import { createShareOpener } from "@/lib/server/share-links/open-share";
import { createReadFirstShared } from "@/lib/server/share-links/read-first-shared";
import { createReadSharedAnswer } from "@/lib/server/share-links/read-shared-answer";
import { createSharedTexts } from "@/lib/server/share-links/read-shared-texts";
import { createShareCookies } from "@/lib/server/share-links/share-cookie";
import { createShareLinkDesk, shareDurability } from "@/lib/server/share-links/share-links";
import { ShareLinkStore } from "@/lib/server/share-links/share-link-store";
import { ShareLookup } from "@/lib/server/share-links/share-lookup";
import { toldDesk, toldOpener } from "@/lib/server/share-links/told-share-links";
import type { ReadAnswer } from "@/lib/server/tasks/read-answer";
import type { ReadFirstSnapshot } from "@/lib/server/tasks/read-first-snapshot";

type Parts = {
  env: Env;
  /** The keys that sign links. */
  keys: readonly SigningKey[];
  data: DataStore;
  /** What of links outlives the process. */
  kept: Parameters<typeof shareDurability>[0];
  readAnswer: ReadAnswer;
  readFirstSnapshot: ReadFirstSnapshot;
  fullTexts: Parameters<typeof createSharedTexts>[0];
  metrics: Pick<Metrics, "onShareLink" | "onCache">;
  now: () => number;
  /** An answer for a share link is held so long at most, in milliseconds. */
  longestHoldMs: number | undefined;
};

/** Makes what share links are made, opened and answered with. */
export function connectShareLinks(parts: Parts) {
  const { env, keys, data, kept, readAnswer, readFirstSnapshot, metrics, now } = parts;
  const onCache: OnCache = metrics.onCache;
  const store = new ShareLinkStore(data, now);
  const lookup = new ShareLookup(store, now);
  const durability = shareDurability(kept);
  const cookies = createShareCookies(env);
  const readSharedAnswer = createReadSharedAnswer(readAnswer, onCache, parts.longestHoldMs);
  return {
    shareCookies: cookies,
    shareLinks: toldDesk(
      createShareLinkDesk({ env, keys, store, lookup, durability, now }),
      metrics.onShareLink,
    ),
    openShare: toldOpener(createShareOpener({ keys, lookup, cookies, now }), metrics.onShareLink),
    readSharedAnswer,
    readFirstShared: createReadFirstShared(readFirstSnapshot, readSharedAnswer, now),
    ...createSharedTexts(parts.fullTexts),
    downloadWait: createDownloadWait(),
  };
}
