import "server-only";
import type { Step } from "@/lib/domain/task/step";
import { isFinal } from "@/lib/domain/task/task-status";
import { jsonSize } from "./cut-text";
import { cutHead } from "./cut-task";
import type { UpstreamTask, FullTask } from "./contracts/upstream-task";
import type { AnswerSource, FoundSteps, Frame } from "./known-answer";
import type { OpenAnswer } from "./open-answer";
import type { Head } from "./read-head";

/** A text is kept up to so many times what is kept of it, so that what was cut away does not stay that way. */
const MOST_TIMES = 4;
const ALWAYS_KEPT = 64 * 1024;
/** What stands beside the text of a step: its places, what it says by itself, and its address as a part of the text. */
const BYTES_PER_STEP = 250;
/** The text of a frame, its value, and what a schema made of it. */
const COPIES_OF_FRAME = 3;

/** A task whose steps are cut already, as it is kept and polled. */
export function keepAnswer(read: FullTask, answer: OpenAnswer, head: Head): UpstreamTask {
  const kept = { ...read, task: cutHead(read.task) };
  let bytes = jsonSize(kept.task);
  for (const { content } of answer.steps.members) bytes += content?.bytes ?? 0;
  const { frame, found } = answer;
  // A task that is over is seldom asked for again.
  const isWatched = !isFinal(kept.task.status);
  if (isWatched && found !== null && found.text.length <= MOST_TIMES * bytes + ALWAYS_KEPT) {
    return { ...kept, bytes, source: { frame, head, found, ...weightOf(found, frame) } };
  }
  // Of a text that is not kept no part must be held: a part would keep all of it in memory.
  const screenshotUrls = new Map<number, string>();
  for (const [number, address] of read.screenshotUrls) {
    screenshotUrls.set(number, ownText(address));
    bytes += jsonSize(address);
  }
  return { ...kept, screenshotUrls, bytes };
}

function weightOf(
  { text, steps }: FoundSteps,
  frame: Frame,
): Pick<AnswerSource, "bytes" | "isLatin"> {
  const isLatin = Buffer.byteLength(text) === text.length;
  const units = text.length + COPIES_OF_FRAME * frame.text.length;
  return { isLatin, bytes: units * (isLatin ? 1 : 2) + steps.length * BYTES_PER_STEP };
}

/**
 * Has the steps of a source be the objects that are kept for them, where those were there before and are equal: the next
 * answer then has the same objects as what is kept. `read` and `kept` have the same steps at the same places.
 */
export function adoptSteps(
  { found }: AnswerSource,
  read: readonly Step[],
  kept: readonly Step[],
): void {
  const others = new Map<Step, Step>();
  read.forEach((step, index) => {
    const other = kept[index];
    if (other !== undefined && other !== step) others.set(step, other);
  });
  if (others.size === 0) return;
  for (const { content } of found.steps) {
    if (content !== null) content.step = others.get(content.step) ?? content.step;
  }
}

/** A copy of a text that is part of a larger one, which it would keep in memory. */
export function ownText(part: string): string {
  return Buffer.from(part, "utf16le").toString("utf16le");
}
