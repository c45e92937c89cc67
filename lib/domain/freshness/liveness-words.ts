import type { Liveness } from "./liveness";
import { retryWords } from "./retry-words";
import { roughDuration } from "@/lib/domain/text/rough-duration";

/** From this age on, in seconds, a line that speaks of something else says how old it is. */
const OLD = 10;

/** From this age on, in seconds, nobody counts days: a date is clearer. */
const WEEK = 7 * 86_400;

/**
 * One line in words: how alive what the page shows is. `moment` writes epoch milliseconds as the reader's clock and
 * calendar do: the time of today, else the date.
 */
export function livenessWords(liveness: Liveness, moment: (at: number) => string): string {
  switch (liveness.kind) {
    case "live":
      return updatedWords(liveness.age);
    case "silent": {
      const { seconds, usual } = liveness.silence;
      const tail = usual === null ? "" : `, usually ${roughDuration(Math.max(1, usual))}`;
      return withAge(`No new step for ${roughDuration(seconds)}${tail}`, liveness.age);
    }
    case "waiting": {
      const { seconds, age } = liveness;
      const span = seconds === null ? "" : ` for ${roughDuration(seconds)}`;
      return withAge(`Waiting to start${span}`, age);
    }
    case "paused": {
      const { seconds, isAtLeast, age } = liveness;
      return withAge(`Paused for ${isAtLeast ? "at least " : ""}${roughDuration(seconds)}`, age);
    }
    case "catching-up":
      return `Not updated while hidden: ${roughDuration(liveness.age)} old, getting the newest`;
    case "offline":
      return `Offline since ${moment(liveness.since)}, showing what we have`;
    case "limited":
      return `Browser Use Cloud limits us, ${retryWords(liveness.retryIn)}`;
    case "failing":
      return `${liveness.title}, ${retryWords(liveness.retryIn)}`;
    case "refused":
      return `${liveness.title}: not updated since ${moment(liveness.since)}`;
    case "ended":
      if (liveness.seconds === null) return "Ended";
      return liveness.seconds < WEEK
        ? `Ended ${roughDuration(liveness.seconds)} ago`
        : `Ended ${moment(liveness.at)}`;
  }
}

function updatedWords(age: number): string {
  return age <= 1 ? "Updated just now" : `Updated ${roughDuration(age)} ago`;
}

function withAge(words: string, age: number): string {
  return age < OLD ? words : `${words} (updated ${roughDuration(age)} ago)`;
}
