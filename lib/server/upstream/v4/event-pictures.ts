import "server-only";
import { LRUCache } from "lru-cache";
import type { EventPicture } from "./run-event";

/** The pictures of one event at most, in base64. */
const LARGEST_BYTES = 14 * 1024 * 1024;
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_PICTURES = 1000;

/**
 * Pictures that stood in events that were just read, by their addresses: whoever watches asks for the newest ones at
 * once. What falls out is read from its event again.
 */
export class EventPictures {
  private readonly pictures = new LRUCache<string, Buffer>({
    max: MOST_PICTURES,
    maxSize: MOST_BYTES,
  });

  /** Keeps pictures, each by its own address. */
  add(pictures: readonly EventPicture[]): void {
    for (const { address, dataUrl } of pictures) {
      const data = dataUrl.slice(dataUrl.indexOf(",") + 1);
      if (data.length > LARGEST_BYTES || this.pictures.has(address)) continue;
      const bytes = Buffer.from(data, "base64");
      this.pictures.set(address, bytes, { size: Math.max(1, bytes.byteLength) });
    }
  }

  get(address: string): Uint8Array | null {
    return this.pictures.get(address) ?? null;
  }
}
