import { spokenWords } from "@/lib/domain/text/spoken-words";
import { beginningOf, endOf } from "@/lib/domain/text/truncate";

const HALF = 600;
const LONGEST_SENTENCE = 400;
const MOST_SENTENCES = 12;
const SENTENCE_END = /[.!?;]+(?=\s|$)|[。！？；\n]+/u;
/** What stands in quotation marks is the page's, not the agent's. */
const QUOTED =
  /(?<!\p{L})["'“‘«„「『][^"'”’»“」』\n]{1,200}["'”’»“」』](?![\p{L}\d])|[“「『][^”」』\n]{1,200}[”」』]/gu;

/** The sentences of a text in spoken words: of a long one, those of its beginning and of its end. */
export function sentencesOf(text: string): string[] {
  const read = text.length <= 2 * HALF ? text : `${beginningOf(text, HALF)}\n${endOf(text, HALF)}`;
  return spokenWords(read)
    .replaceAll(QUOTED, " … ")
    .split(SENTENCE_END)
    .map((sentence) => beginningOf(sentence.trim().replaceAll(/\s+/gu, " "), LONGEST_SENTENCE))
    .filter((sentence) => sentence !== "")
    .slice(0, 2 * MOST_SENTENCES);
}
