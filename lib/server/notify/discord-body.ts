import "server-only";
import type { Notice } from "@/lib/contract/notice";
import { noticeWords } from "./notice-words";

/** Shows no page that an address in the message leads to (a flag of Discord's messages). */
const SUPPRESS_EMBEDS = 4;

/**
 * A message for a webhook of Discord. Everything but our own link is escaped sign by sign, so that Discord reads no
 * markup, mention or address in it, and `allowed_mentions` lets none through whatever it reads.
 */
export function discordBody(notice: Notice): object {
  const { title, facts, prompt } = noticeWords(notice);
  const lines = [
    `**${escaped(title)}**`,
    escaped(prompt),
    ...facts.map(escaped),
    ...(notice.link === null ? [] : [`[Open the task](<${notice.link}>)`]),
  ];
  return {
    content: lines.join("\n"),
    allowed_mentions: { parse: [] },
    flags: SUPPRESS_EMBEDS,
  };
}

/** With a backslash before each sign of ASCII that is no letter or digit, which Discord then shows as it is. */
function escaped(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, "\\$&");
}
