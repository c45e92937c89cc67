import { describe, expect, it } from "vitest";
import type { SharedCache } from "./shared-cache";
import { createSeat, ONLY_SEAT, SEAT_MS } from "./seat";

let now = 0;

/** Locks as Redis keeps them, on a clock of the test. */
function locks() {
  const held = new Map<string, { token: string; until: number }>();
  let isDown = false;
  const own = (name: string, token: string) => {
    if (isDown) throw new Error("Down");
    const lock = held.get(name);
    return lock !== undefined && lock.until > now ? lock.token === token : null;
  };
  const cache: Pick<SharedCache, "take" | "extend" | "release"> = {
    take: async (name, token, ms) => {
      if ((await Promise.resolve(own(name, token))) !== null) return false;
      held.set(name, { token, until: now + ms });
      return true;
    },
    extend: async (name, token, ms) => {
      if ((await Promise.resolve(own(name, token))) !== true) return false;
      held.set(name, { token, until: now + ms });
      return true;
    },
    release: async (name, token) => {
      if (await Promise.resolve(own(name, token))) held.delete(name);
    },
  };
  return {
    cache,
    set isDown(down: boolean) {
      isDown = down;
    },
  };
}

describe("a role that one instance has at a time", () => {
  it("is an only instance's at once", async () => {
    expect([ONLY_SEAT.isMine, await ONLY_SEAT.claim()]).toEqual([true, true]);
  });

  it("is one's who claims it, until it is given back", async () => {
    const { cache } = locks();
    const a = createSeat(cache, "notify", () => now);
    const b = createSeat(cache, "notify", () => now);
    expect([a.isMine, await a.claim(), await b.claim()]).toEqual([false, true, false]);
    now += SEAT_MS - 1;
    expect([await a.claim(), await b.claim()]).toEqual([true, false]);
    await a.leave();
    expect([a.isMine, await b.claim(), await a.claim()]).toEqual([false, true, false]);
  });

  it("passes on when its holder was held up, and the holder knows before anybody has it", async () => {
    const { cache } = locks();
    const a = createSeat(cache, "notify", () => now);
    const b = createSeat(cache, "notify", () => now);
    await a.claim();
    now += SEAT_MS;
    expect([a.isMine, await b.claim(), b.isMine, await a.claim()]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("is nobody's for sure while the locks cannot be asked", async () => {
    const shared = locks();
    const a = createSeat(shared.cache, "notify", () => now);
    await a.claim();
    shared.isDown = true;
    expect(await a.claim()).toBe(true);
    now += SEAT_MS;
    expect([await a.claim(), a.isMine]).toEqual([null, null]);
    await a.leave();
    shared.isDown = false;
    expect(await a.claim()).toBe(true);
  });
});
