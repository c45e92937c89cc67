import "server-only";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import type { ProblemCode } from "@/lib/contract/problem";
import type { ScreenshotWidth } from "@/lib/contract/routes";
import { boundedCache, sizeIn, type OnCache } from "@/lib/server/config/memory-budget";
import { imageKey } from "@/lib/server/upstream/contracts/image-key";
import type { ImageFetch, OriginalImage } from "./fetch-image";
import type { Resizing } from "./resize-image";

const MOST_IMAGES = 20_000;
const MOST_FETCHES = 6;
const MISSING_MS = 60_000;
/** The upstream gave the same address again; the next answer may bring another. */
const NOT_RENEWED_MS = 5000;

/** For how long an image that could not be made smaller is served as it is. */
const UNSIZED_MS = { timeout: 5000, undecodable: MISSING_MS };

/** A screenshot as it is served; `etag` names its bytes. */
export type Screenshot = OriginalImage & { etag: string };

/** A screenshot, or the problem to report. */
export type ScreenshotReading =
  { ok: true; screenshot: Screenshot } | { ok: false; code: ProblemCode };

/** A screenshot by its place; with a `imageKey`, that picture and no other. */
export type ScreenshotPlace = { taskId: string; step: number; imageKey: string | null };

/** Which screenshot: `width: null` is the original. */
export type ScreenshotKey = ScreenshotPlace & { width: ScreenshotWidth | null };

/** Nothing was asked of the storage, so nothing is known of the picture. */
const NOBODY_WAITS: ImageFetch = { ok: false, reason: "unreachable" };
const LEFT_OUT: ScreenshotReading = { ok: false, code: "upstream-unavailable" };

type StoreOptions = {
  /** The current presigned address; `null` when there is none. `isRenewal` asks for one signed anew. */
  addressOf: (place: ScreenshotPlace, isRenewal: boolean) => Promise<string | null>;
  fetchImage: (address: string, place: ScreenshotPlace) => Promise<ImageFetch>;
  resize: (image: OriginalImage, width: ScreenshotWidth) => Promise<Resizing>;
  onCache?: OnCache | undefined;
};

/** Screenshots by what they show: signing an address anew does not make it another image. */
export class ScreenshotStore {
  private readonly originals: LRUCache<string, Screenshot>;
  private readonly resized: LRUCache<string, Screenshot>;
  private readonly missing = new LRUCache<string, true>({ max: 5000, ttl: MISSING_MS });
  private readonly unsized = new LRUCache<string, true>({ max: 5000, ttl: MISSING_MS });
  private readonly flights = new Map<string, Promise<ScreenshotReading>>();
  private readonly limit = pLimit(MOST_FETCHES);
  private readonly readers = new InterestCounter();

  constructor(private readonly options: StoreOptions) {
    this.originals = imageCache("originals", options.onCache);
    this.resized = imageCache("resized", options.onCache);
  }

  /**
   * Reads a screenshot, an expired address being renewed once. A download that waits for its turn is left out
   * when all who asked for it have gone, as `signal` tells. Throws what `addressOf` throws.
   */
  async read(key: ScreenshotKey, signal?: AbortSignal): Promise<ScreenshotReading> {
    const address = await this.options.addressOf(key, false);
    if (address === null) return { ok: false, code: "screenshot-not-found" };
    const name = nameOf(key, address);
    if (this.missing.has(name)) return { ok: false, code: "screenshot-not-found" };
    const original = await this.wait(key, address, name, signal);
    if (!original.ok || key.width === null) return original;
    const { width } = key;
    return this.share(`${name} ${String(width)}`, () =>
      this.resize(name, original.screenshot, width),
    );
  }

  /** A screenshot in full where it is here already; `null` where it would have to be fetched. Throws what `addressOf` throws. */
  async peek(place: ScreenshotPlace): Promise<Screenshot | null> {
    const address = await this.options.addressOf(place, false);
    return address === null ? null : (this.originals.get(nameOf(place, address)) ?? null);
  }

  private async wait(
    key: ScreenshotKey,
    address: string,
    name: string,
    signal: AbortSignal | undefined,
  ): Promise<ScreenshotReading> {
    const leave = this.readers.join(name, signal);
    try {
      let original: ScreenshotReading;
      // It may be left out just when another reader comes.
      do original = await this.share(name, () => this.original(key, address, name));
      while (original === LEFT_OUT && signal?.aborted !== true);
      return original;
    } finally {
      leave();
    }
  }

  private share(name: string, read: () => Promise<ScreenshotReading>): Promise<ScreenshotReading> {
    const known = this.flights.get(name);
    if (known !== undefined) return known;
    const flight = read().finally(() => this.flights.delete(name));
    this.flights.set(name, flight);
    return flight;
  }

  private async original(
    key: ScreenshotKey,
    address: string,
    name: string,
  ): Promise<ScreenshotReading> {
    const held = this.originals.get(name);
    if (held !== undefined) return { ok: true, screenshot: held };
    let fetched = await this.limit(() =>
      this.readers.has(name) ? this.options.fetchImage(address, key) : NOBODY_WAITS,
    );
    if (fetched === NOBODY_WAITS) return LEFT_OUT;
    let missingMs = MISSING_MS;
    if (!fetched.ok && fetched.reason === "refused") {
      const renewed = await this.renew(key, address);
      if (renewed === address) missingMs = NOT_RENEWED_MS;
      else if (renewed !== null)
        fetched = await this.limit(() => this.options.fetchImage(renewed, key));
    }
    if (fetched.ok) return this.keep("originals", name, fetched.image);
    if (fetched.reason === "unreachable") return { ok: false, code: "upstream-unavailable" };
    this.missing.set(name, true, { ttl: missingMs });
    return { ok: false, code: "screenshot-not-found" };
  }

  /** Another address of the same image: one that came in the meantime, else one asked for. */
  private async renew(key: ScreenshotKey, refused: string): Promise<string | null> {
    const known = await this.options.addressOf(key, false);
    return known === refused ? this.options.addressOf(key, true) : known;
  }

  private async resize(
    name: string,
    original: Screenshot,
    width: ScreenshotWidth,
  ): Promise<ScreenshotReading> {
    const sized = `${name} ${String(width)}`;
    const held = this.resized.get(sized);
    if (held !== undefined) return { ok: true, screenshot: held };
    if (this.unsized.has(sized)) return { ok: true, screenshot: original };
    const resizing = await this.options.resize(original, width);
    if (resizing.ok) return this.keep("resized", sized, resizing.image);
    // A browser draws the original as well; only it takes longer to come.
    this.unsized.set(sized, true, { ttl: UNSIZED_MS[resizing.reason] });
    return { ok: true, screenshot: original };
  }

  private keep(
    share: "originals" | "resized",
    name: string,
    image: OriginalImage,
  ): ScreenshotReading {
    const etag = `"${createHash("sha256").update(image.bytes).digest("base64url").slice(0, 22)}"`;
    const screenshot = { ...image, etag };
    this[share].set(name, screenshot, sizeIn(share, image.bytes.byteLength));
    return { ok: true, screenshot };
  }
}

function imageCache(share: "originals" | "resized", onCache?: OnCache) {
  return boundedCache<Screenshot>(share, { max: MOST_IMAGES }, onCache);
}

function nameOf({ taskId, step }: ScreenshotPlace, address: string): string {
  return `${taskId} ${String(step)} ${imageKey(address)}`;
}

/** Counts who waits for what, so that work which nobody waits for any more can be left out. */
class InterestCounter {
  private readonly counts = new Map<string, number>();

  /** Notes a reader until `signal` aborts, or until the returned function is called. */
  join(name: string, signal?: AbortSignal): () => void {
    if (signal?.aborted === true) return () => undefined;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      signal?.removeEventListener("abort", leave);
      const left = (this.counts.get(name) ?? 0) - 1;
      if (left > 0) this.counts.set(name, left);
      else this.counts.delete(name);
    };
    signal?.addEventListener("abort", leave);
    return leave;
  }

  /** True while somebody waits. */
  has(name: string): boolean {
    return this.counts.has(name);
  }
}
