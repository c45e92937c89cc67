/** Something that reads a text which others chose, and the longest text that may reach it, in UTF-16 units. */
export type Reader = { cap: number; read: (text: string) => unknown };

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
export function nastyTexts(random: number, seed = 1): Nasty[] {
  const next = randomBelow(seed);
  const pick = (from: readonly string[]) => from[next(from.length)] ?? "";
  const plain = PIECES.map((piece) => nasty("", piece, "x"));
  const mixed = Array.from({ length: random }, () => {
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

/** Numbers below a limit, the same ones for each seed (mulberry32). */
function randomBelow(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

const MOST_MS = 50;
/** Below this, a part of it is lost among what the machine does besides. */
const MEASURABLE_MS = 10;
const PARTS = 16;
/** A reader whose time grows with the square of the length takes 16 times as long for the whole as for its parts. */
const MOST_GROWTH = 4;
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
    if (together <= MOST_GROWTH * apart) return null;
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
