/** Marks without width, variation selectors, and what Markdown writes around words. */
const DECORATION = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff\u00ad*_`~#]/gu;

/** A text as it would be read aloud: in small letters, without decoration, with one kind of apostrophe. */
export function spokenWords(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFC")
    .replace(DECORATION, "")
    .replaceAll(/[’ʼ`]/gu, "'")
    .trim();
}
