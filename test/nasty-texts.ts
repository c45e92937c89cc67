import { seededRandom } from "./seeded-random";

/** What keeps readers busy when it stands often in a row. */
const PIECES = [
  ...Array.from("aA0é가あ漢ع्กµ \t\n\r\v\0.,:;-–_=+*/\\|#~`'\"<>()[]{}!?@&%$^•…“«"),
  ...Array.from(
    "\u0301\u0323\u0308\u1100\u1161\u200b\u200c\u200d\u200e\u202e\ufe0f\ufeff\u00ad\u2028\u00a0\ud83d\udc4d",
  ),
  ...[
    "😀",
    "👩\u200d",
    "🇩🇪",
    "👍🏽",
    "1️⃣",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "e\u0301",
    "\u0301\u0323",
    "ΑΣ",
    "İ",
    "ﬃ",
    "각",
    "क्षि",
    "لَّ",
  ],
  ...[
    "\r\n",
    "\n\n\n",
    " \n",
    "- ",
    "-\n",
    "> ",
    ">\n",
    "- - ",
    "1. ",
    "1) a\n",
    "# ",
    "#\n",
    "| ",
    "|a|\n",
    "|-",
    "    a\n",
  ],
  ...[
    "[a](",
    "](",
    "![",
    "[a]: b\n",
    "[^a]",
    "**a",
    "*_",
    "~~",
    "``",
    "```\n",
    "<a ",
    "<!--",
    "&amp;",
    "&#1;",
    "http://a.",
    "a@",
    "a@b.",
  ],
  ...[
    "a.",
    "A.a",
    ".a:",
    "%41",
    "%",
    "://",
    "//a:b@",
    "a://",
    "?a=b&",
    "a=",
    "step=1&",
    "/?",
    "www.",
  ],
  ...[
    '"a":',
    '{"a":',
    "[[",
    '\\"',
    '\\\\"',
    '","',
    "{}",
    "[],",
    "1,",
    "-1e1,",
    "\\u",
    "\\ud83d",
    "null,",
    "true",
  ],
  ...[
    "0123456789",
    "deadbeef",
    "deadbeef-",
    "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "task:",
    "task ",
    "id:",
    "\n> ",
    "=3D",
    "0123abcd-",
    "0123456789abcdef",
    "session ",
  ],
  ...[
    "password",
    "token: ",
    "secret_key=",
    "api key",
    "bearer ",
    "is ",
    "Basic a",
    "sk-",
    "eyJ",
    "eyJaaaaa.",
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN ",
    "AKIA",
    "aB3",
    "•••",
  ],
  ...[
    "success",
    "failed ",
    "Success ",
    "No ",
    "Verdict: ",
    "click failed ",
    '"a" ',
    "it was not ",
    "不",
    " but ",
    "not ",
    "no error ",
    "but ",
    "verdict: ",
    "Verdict",
    "Failed - ",
    "成功",
    "失败，",
    "결과: ",
    "if ",
    "error: ",
    "is not ",
    "was successfully ",
  ],
  ...[
    "Traceback (most recent call last):\n",
    '  File "a", line 1\n',
    "  at a (b:1:1)\n",
    "at a (",
    "Error: ",
    "a.Error",
    "step ",
    "steps #",
    "第 1",
    "Schritt ",
  ],
];
/** What a reader waits for to begin, and what makes it fail at the end. */
const BEFORE = [
  "",
  "a",
  "x\n",
  "# a\n",
  '"',
  '{"a":"',
  "[",
  "https://a.example/",
  "password: ",
  "-----BEGIN PRIVATE KEY-----",
  "failed ",
  " at a (",
  "第",
];
const AFTER = ["", "x", "\n!", '"}', "]", "a\u0301", ")", " is", "\ud83d"];

/** A text that repeats something, of any length. */
export type Nasty = { name: string; make: (length: number) => string };

/** Texts of one repeated piece each, and as many of several that stand together by chance, the same for each seed. */
export function nastyTexts(mixedCount: number, seed = 1): Nasty[] {
  const random = seededRandom(seed);
  const next = (limit: number) => Math.floor(random() * limit);
  const pick = (from: readonly string[]) => from[next(from.length)] ?? "";
  const plain = PIECES.map((piece) => nasty("", piece, "x"));
  const mixed = Array.from({ length: mixedCount }, () => {
    const parts = Array.from({ length: 1 + next(4) }, () => pick(PIECES));
    return nasty(pick(BEFORE), parts.join("").repeat(1 + next(3)), pick(AFTER));
  });
  return [...plain, ...mixed];
}

function nasty(before: string, piece: string, after: string): Nasty {
  return {
    name: JSON.stringify([before, piece, after]),
    make: (length) => {
      const room = length - before.length - after.length;
      // Flat, as what comes over the wire: a rope would be flattened while it is measured.
      return Buffer.from(
        before + piece.repeat(Math.max(0, Math.floor(room / piece.length))) + after,
        "utf16le",
      ).toString("utf16le");
    },
  };
}
