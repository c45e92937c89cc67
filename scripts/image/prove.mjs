// @ts-check

/**
 * Says that something was proved, or ends the proof.
 * @param {boolean} holds
 * @param {string} what
 * @param {string} [why] What was seen instead.
 */
export function prove(holds, what, why = "") {
  if (!holds) throw new Error(`Not so: ${what}\n${why}`);
  console.log(`proved: ${what}`);
}
