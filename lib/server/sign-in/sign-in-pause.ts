import "server-only";

/** Wrong passwords in a row, and when the last one came (epoch milliseconds). */
export type WrongPasswords = { count: number; lastAt: number };

export const NO_FAILURES: WrongPasswords = { count: 0, lastAt: 0 };

/** So many may be wrong before there is a pause. */
const FREE = 3;
const LONGEST_PAUSE_SECONDS = 30;
/** After a quiet time the count begins anew. */
const FORGOTTEN_AFTER_MS = 900_000;

/** Seconds until the next password is checked: 1, 2, 4 … 30 after the last wrong one, and never more. */
export function pauseSeconds({ count, lastAt }: WrongPasswords, now: number): number {
  if (count < FREE || now - lastAt > FORGOTTEN_AFTER_MS) return 0;
  const pause = Math.min(LONGEST_PAUSE_SECONDS, 2 ** (count - FREE));
  return Math.max(0, lastAt / 1000 + pause - now / 1000);
}

/** The state after one more wrong password. */
export function afterWrong({ count, lastAt }: WrongPasswords, now: number): WrongPasswords {
  return { count: now - lastAt > FORGOTTEN_AFTER_MS ? 1 : count + 1, lastAt: now };
}
