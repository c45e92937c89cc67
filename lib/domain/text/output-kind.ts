import { isLightMarkdown } from "./light-markdown";
import { readOutputJson, type OutputJson } from "./output-json";

/** How a final output is shown. */
export type OutputKind =
  | { kind: "absent" }
  | { kind: "empty" }
  | ({ kind: "json" } & OutputJson)
  | { kind: "markdown" }
  | { kind: "text" };

/** Past this many characters a parser would hold the page up: plain text then. */
const LONGEST_PARSED = 200_000;

// Of one line each: what may run over line ends is tried from every line to the end of the text.
const MARKDOWN_SIGNS = [
  /^#{1,6}[ \t]+\S/m,
  /^[ \t]{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+\S/m,
  /^[ \t]{0,3}>[ \t]+\S/m,
  /^[ \t]{0,3}(?:```|~~~)/m,
  /^[ \t]*\|.*\|[ \t]*$/m,
  /\*\*[^\s*][^*\n]{0,300}\*\*/,
  /\[[^\]\n]{1,300}\]\([^)\s]{1,2000}\)/,
  /`[^`\n]{1,300}`/,
];
const STACK_TRACE =
  /^Traceback \(most recent call last\)|^[ \t]+at \S+ \(.+:\d+:\d+\)$|^[ \t]+File ".+", line \d+/m;

/** Decides how an output is shown: an object or list as JSON, marked-up text as Markdown, anything else as text. */
export function outputKind(output: string | null): OutputKind {
  if (output === null) return { kind: "absent" };
  const text = output.trim();
  if (text === "") return { kind: "empty" };
  if (text.length > LONGEST_PARSED) return { kind: "text" };
  const json = readOutputJson(text);
  if (json !== null) return { kind: "json", ...json };
  // What is light has few brackets and ticks: the signs that look far ahead are sought in nothing else.
  const isMarkdown =
    isLightMarkdown(text) &&
    MARKDOWN_SIGNS.some((sign) => sign.test(text)) &&
    !STACK_TRACE.test(text);
  return isMarkdown ? { kind: "markdown" } : { kind: "text" };
}
