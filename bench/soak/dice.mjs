// @ts-check

/**
 * Draws from a seed (32 bits): the same seed, the same draws. The generator is mulberry32.
 * @param {number} seed
 */
export function createDice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from `from` to `to`, both included. */
  const between = (/** @type {number} */ from, /** @type {number} */ to) =>
    from + Math.floor(next() * (to - from + 1));
  /**
   * @template T
   * @param {readonly [T, ...T[]]} list
   * @returns {T}
   */
  const pick = (list) => list[between(0, list.length - 1)] ?? list[0];
  return { between, pick };
}

/** @typedef {ReturnType<typeof createDice>} Dice */
