import "server-only";
import { cutText } from "@/lib/server/upstream/cut-text";

const MOST_BYTES = 150;
const LONGEST_EXTENSION = 20;
/** C0 and C1 controls, bidirectional controls, zero-width characters, line separators, BOM. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const RESERVED_CHARACTERS = /[<>:"|?*]/g;
/** Device names of Windows, with or without an extension. */
const RESERVED_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * Makes a file name from one that an agent or a web page chose: one segment, nothing invisible, nothing a
 * file system minds, at most 150 bytes of UTF-8 with the extension kept. Nothing left gives `file-<id8>`.
 */
export function safeFilename(name: string, fileId: string): string {
  const fallback = `file-${fileId.slice(0, 8)}`;
  const segment = toWellFormed(name).normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = trim(segment.replace(INVISIBLE, "").replace(RESERVED_CHARACTERS, ""));
  if (clean === "") return fallback;
  const isHidden = trimSpaces(segment.replace(INVISIBLE, "")).startsWith(".");
  const prefixed =
    isHidden || RESERVED_NAME.test(clean) ? `_${isHidden ? "." : ""}${clean}` : clean;
  return shorten(prefixed);
}

function trim(text: string): string {
  return text.replace(/^[.\s]+|[.\s]+$/gu, "");
}

function trimSpaces(text: string): string {
  return text.trim();
}

function toWellFormed(text: string): string {
  // A lone surrogate has no UTF-8; the pair pattern keeps whole characters.
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  const dot = name.lastIndexOf(".");
  const hasExtension = dot > 0 && Buffer.byteLength(name.slice(dot)) <= LONGEST_EXTENSION;
  const extension = hasExtension ? name.slice(dot) : "";
  const room = MOST_BYTES - Buffer.byteLength(extension);
  const stem = cutText(hasExtension ? name.slice(0, dot) : name, room).text;
  return `${trim(stem)}${extension}`;
}
