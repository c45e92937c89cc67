// @ts-check

/**
 * What a page holds of a task: `head` is the task, or what a share link shows of it.
 * @typedef {{ revision: string, stale: object | null, head: Record<string, unknown>, steps: { number: number }[] }} Held
 */

/**
 * What a page holds after an answer, by `docs/http-api.md`: a whole snapshot stands for itself, a delta is laid over
 * what was there. Throws for a delta without that.
 * @param {Held | null} held
 * @param {any} answer
 * @returns {Held}
 */
export function layOver(held, answer) {
  const { revision, stale = null, task, head = task, steps = [], removed = [] } = answer;
  if (answer.delta !== true) return { revision, stale, head, steps };
  if (held === null) throw new Error("a delta came that nobody asked for");
  const gone = new Set(removed);
  const byNumber = new Map(held.steps.map((step) => [step.number, step]));
  for (const number of gone) byNumber.delete(number);
  for (const step of steps) byNumber.set(step.number, { ...byNumber.get(step.number), ...step });
  return {
    revision,
    stale,
    head: { ...held.head, ...head },
    steps: [...byNumber.values()].sort((a, b) => a.number - b.number),
  };
}
