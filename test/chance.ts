import { beforeEach } from "vitest";

/** Numbers in [0, 1), the same ones for each seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Chance for the tests of one file: other numbers with each run, but after a failure the seed is told, and with
 * `TEST_SEED` each test gets the same ones again.
 */
export function chance(): () => number {
  const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 32));
  let random = seededRandom(seed);
  beforeEach(({ onTestFailed }) => {
    random = seededRandom(seed);
    onTestFailed(({ task }) => {
      process.stderr.write(`TEST_SEED=${String(seed)} repeats the chance in “${task.name}”\n`);
    });
  });
  return () => random();
}
