import type { Nasty } from "./nasty-texts";

/** Something that reads a text which others chose, and the longest text that may reach it, in UTF-16 units. */
export type Reader = { cap: number; read: (text: string) => unknown };

const MOST_MS = 50;
/** Below this, a part of it is lost among what the machine does besides. */
const MEASURABLE_MS = 10;
const PARTS = 16;
/** A reader whose time grows with the square of the length takes 16 times as long for the whole as for its parts. */
const MOST_GROWTH = 2.5;
const ROUNDS = 4;
/** A machine that is busy with other things gets more chances: what really grows does so every time. */
const GROWTH_ROUNDS = 12;
const PLAIN = "ab ".repeat(100_000);
/** What a core of 2020 takes for that, in milliseconds. */
const PLAIN_MS = 5;

/** What is wrong with the time that a reader takes for texts of a kind, in words; `null` when nothing is. */
export function growthFault({ cap, read }: Reader, { name, make }: Nasty): string | null {
  // From below, so that nobody waits for hours on what grows fast.
  const small = cpuMs(read, make(cap / 32));
  const quarter = cpuMs(read, make(cap / 4));
  if (isOver(Math.max(small, quarter), 4 * MOST_MS)) return `${name}: far too long`;
  // Even with the square of the length it would be done before anybody could notice.
  if (quarter < MEASURABLE_MS / 16) return null;
  const whole = make(cap);
  if (least(read, whole, MEASURABLE_MS) < MEASURABLE_MS) return null;
  const atCap = least(read, whole, MOST_MS);
  if (isOver(atCap, MOST_MS)) {
    return `${name}: ${atCap.toFixed(0)} ms for ${String(cap)} characters`;
  }
  const part = make(cap / PARTS);
  const inParts = () => {
    for (let number = 0; number < PARTS; number += 1) read(part);
  };
  // The same work twice, in turns: what disturbs one disturbs the other.
  let together = Number.POSITIVE_INFINITY;
  let apart = Number.POSITIVE_INFINITY;
  for (let round = 0; round < GROWTH_ROUNDS; round += 1) {
    together = Math.min(together, cpuMs(read, whole));
    apart = Math.min(apart, cpuMs(inParts, part));
    // One turn alone may be disturbed in its parts only.
    if (round > 0 && together <= MOST_GROWTH * apart) return null;
  }
  return `${name}: ${(together / apart).toFixed(1)} times the time of its ${String(PARTS)} parts`;
}

/** A busy neighbour slows a processor down: what is over the limit is seen beside plain work of the same moment. */
function isOver(ms: number, most: number): boolean {
  if (ms <= most) return false;
  const plain = least((text) => text.replace(/\s+/g, "-").length, PLAIN, 0);
  return ms > most * Math.max(1, plain / PLAIN_MS);
}

/** The least processor time of some rounds, as soon as it is below what is `enough`. */
function least(read: (text: string) => unknown, text: string, enough: number): number {
  let ms = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && ms > enough; round += 1) {
    ms = Math.min(ms, cpuMs(read, text));
  }
  return ms;
}

/** Processor time of this process, in milliseconds: other processes do not count. */
export function cpuMs(read: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
