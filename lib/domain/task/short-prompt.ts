import { showHidden } from "@/lib/domain/text/hidden-characters";
import { beginningOf, truncate } from "@/lib/domain/text/truncate";

const LONGEST = 80;

/** A prompt on one line of at most 80 characters, for a title; `Task` when there is none. */
export function shortPrompt(prompt: string): string {
  const line = showHidden(beginningOf(prompt, 400).replace(/\s+/g, " ").trim());
  if (line === "") return "Task";
  return truncate(line, LONGEST);
}
