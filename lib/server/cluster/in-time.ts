import "server-only";

/** An answer that did not come in time. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}

/** The answer, if it comes within so many milliseconds; else rejects with `TooLate`. */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // When this process itself was busy, the answer may lie here unread: what has come is read first.
      setImmediate(() => setImmediate(reject, new TooLate("No answer in time")));
    }, ms);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
