import "server-only";
import { randomUUID } from "node:crypto";
import type { SharedCache } from "./shared-cache";

/** A role that one instance has at a time. */
export type Seat = {
  /** Whether this instance has it now; `null` where nobody can tell, because Redis does not answer. */
  readonly isMine: boolean | null;
  /** Takes it when it is free, and holds on to it. Gives `isMine`. Never throws. */
  claim: () => Promise<boolean | null>;
  /** Gives it back. Never throws. */
  leave: () => Promise<void>;
};

/** An instance alone has every role. */
export const ONLY_SEAT: Seat = {
  isMine: true,
  claim: () => Promise.resolve(true),
  leave: () => Promise.resolve(),
};

/** The holder claims at least every third of this, in milliseconds; whoever died loses the role after it. */
export const SEAT_MS = 15_000;

/**
 * A role with a name, that instances share by a lock. Whoever was held up for longer than the lock lasts does not
 * have it any more, whether it knows or not.
 */
export function createSeat(
  cache: Pick<SharedCache, "take" | "extend" | "release">,
  name: string,
  now: () => number,
): Seat {
  const token = randomUUID();
  let mineUntil = 0;
  let isSilent = false;
  const read = () => (now() < mineUntil ? true : isSilent ? null : false);
  return {
    get isMine() {
      return read();
    },
    claim: async () => {
      const askedAt = now();
      try {
        const isHeld =
          (await cache.extend(name, token, SEAT_MS)) || (await cache.take(name, token, SEAT_MS));
        isSilent = false;
        mineUntil = isHeld ? askedAt + SEAT_MS : 0;
      } catch {
        isSilent = true;
      }
      return read();
    },
    leave: async () => {
      mineUntil = 0;
      await cache.release(name, token).catch(() => undefined);
    },
  };
}
