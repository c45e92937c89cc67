import { showHidden } from "./hidden-characters";

const LONGEST = 80;

/** A prompt on one line of at most 80 characters, for a title; `Task` when there is none. */
export function shortPrompt(prompt: string): string {
  const line = showHidden(prompt.slice(0, 400).replace(/\s+/g, " ").trim());
  if (line === "") return "Task";
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
