import { expect, it } from "vitest";
import { createReadRedis } from "./redis-standing";

/** A Redis that answers pings as long as `isUp`, and a clock. */
function standIn() {
  const state = { isUp: false, now: 0 };
  const redis = {
    status: "ready" as const,
    once: () => redis,
    ping: () => (state.isUp ? Promise.resolve("PONG") : Promise.reject(new Error("away"))),
  };
  // Only what a ping needs of the client is there.
  const client = redis as unknown as Parameters<typeof createReadRedis>[0];
  const read = createReadRedis(client, { now: () => state.now, random: () => 0.5 });
  const after = (ms: number) => {
    state.now += ms;
    return read();
  };
  return { state, after };
}

it("a Redis counts as away until it has answered once", async () => {
  const { state, after } = standIn();
  expect(await after(0)).toBe(false);
  state.isUp = true;
  expect(await after(3000)).toBe(true);
});

it("a Redis that answered counts as away with the second failure, and is seen when it is back", async () => {
  const { state, after } = standIn();
  state.isUp = true;
  expect(await after(0)).toBe(true);
  state.isUp = false;
  expect(await after(1000)).toBe(true);
  expect(await after(3000)).toBe(false);
  expect(await after(3000)).toBe(false);
  state.isUp = true;
  expect(await after(3000)).toBe(true);
});

it("without a Redis there is nothing to say", async () => {
  const clock = { now: () => 0, random: () => 0 };
  expect(await createReadRedis(null, clock)()).toBeNull();
});
