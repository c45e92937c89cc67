import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Below that, compressing costs more than it saves, in bytes. */
const WORTH_COMPRESSING = 1024;
const compress = promisify(gzip);

/**
 * The body of an answer that many ask for. It is written once and compressed once, when the first of them needs it,
 * and is the same value for all.
 */
export class JsonBody<T extends object = object> {
  private written: { text: string; bytes: number } | null = null;
  private plain: Buffer | null = null;
  private compressed: Promise<Buffer> | null = null;

  constructor(readonly value: T) {}

  /** The body as JSON. */
  get text(): string {
    return this.write().text;
  }

  /** Its length in bytes, as UTF-8. */
  get bytes(): number {
    return this.write().bytes;
  }

  /** What is sent as it is: of a long body its bytes, so that readers who are slow to take them hold no copy each. */
  toBytes(): Buffer | string {
    if (this.bytes < WORTH_COMPRESSING) return this.text;
    return (this.plain ??= Buffer.from(this.text));
  }

  /** The body compressed, `null` where that is not worth it. */
  toGzip(): Promise<Buffer> | null {
    if (this.bytes < WORTH_COMPRESSING) return null;
    return (this.compressed ??= compress(this.text));
  }

  private write(): { text: string; bytes: number } {
    if (this.written === null) {
      const text = JSON.stringify(this.value);
      this.written = { text, bytes: Buffer.byteLength(text) };
    }
    return this.written;
  }
}
