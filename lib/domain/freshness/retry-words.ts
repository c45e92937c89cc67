import { roughDuration } from "@/lib/domain/text/rough-duration";

/** Whole seconds until the next try, never below 0; `null` when nobody knows. Takes epoch milliseconds. */
export function retryInSeconds(retryAt: number | null, now: number): number | null {
  return retryAt === null ? null : Math.max(0, Math.ceil((retryAt - now) / 1000));
}

/** When the next try is: `next try in 20 s`. Takes seconds. */
export function retryWords(retryIn: number | null): string {
  if (retryIn === null) return "retrying automatically";
  return retryIn === 0 ? "trying again now" : `next try in ${roughDuration(retryIn)}`;
}

/** The same as a sentence of its own: `Next try in 20 s.` */
export function retrySentence(retryIn: number | null): string {
  const words = retryWords(retryIn);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
