import "server-only";

/** A value is kept this long after it was written, in milliseconds. */
export const KEEP_MS = 300_000;
/** No pause that the upstream asks for is longer, in milliseconds. */
export const LONGEST_COOLDOWN_MS = 300_000;
/** A version is so many bytes of a value. */
export const VERSION_BYTES = 24;

/** What stands under a name, without the value itself. Ages and times left are the cache's own, in milliseconds. */
export type Peek = {
  /** Tells one value from the next; `null` where there is none. */
  version: string | null;
  /** Since the value was written; `null` where there is none. */
  ageMs: number | null;
  /** Somebody holds the lock of the name. */
  isLocked: boolean;
  /** The pause that all instances keep, and how much of it is left; `null` for none. */
  cooldown: { value: Buffer; leftMs: number } | null;
};

/**
 * What instances share: values under names, each with a lock, and one cooldown for all. Nothing read from it may
 * be trusted. Every call throws when the cache cannot be used.
 */
export type SharedCache = {
  look(name: string): Promise<Peek>;
  read(name: string): Promise<{ value: Buffer; ageMs: number } | null>;
  /** Takes the lock for so many milliseconds, the same for everybody; `false` while somebody else has it. */
  take(name: string, token: string, ms: number): Promise<boolean>;
  /** Extends the lock to so many milliseconds from now; `false` when it is no longer the token's. */
  extend(name: string, token: string, ms: number): Promise<boolean>;
  /** Writes the value and gives the lock back; `false`, and nothing written, when it is no longer the token's. */
  write(name: string, token: string, value: Buffer): Promise<boolean>;
  /** Gives the lock back, if it is the token's. */
  release(name: string, token: string): Promise<void>;
  startCooldown(value: Buffer, ms: number): Promise<void>;
  /** Notes that an instance is there, and counts those seen in the last `windowMs`. */
  countInstances(id: string, windowMs: number): Promise<number>;
  close(): void;
};

/** The version of a value: its beginning, which a sealed value shares with no other. */
export function versionOf(value: Buffer): string {
  return value.subarray(0, VERSION_BYTES).toString("base64");
}
