import { deflateSync } from "node:zlib";
import { FILE_NAMES, HOSTILE_TEXTS, KEYS } from "../hostile-strings";
import type { ScreenshotRef, ScriptFile, TaskScript } from "../script";
import { step } from "./step";

const SCRIPT = "window.pwned=1";
const HTML = `<!doctype html><script>${SCRIPT}</script><h1>Sign in</h1>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="${SCRIPT}"><script>${SCRIPT}</script></svg>`;

/** Files that a browser or a desk would open and run. */
const OPENED: readonly ScriptFile[] = [
  { name: "page.html", content: HTML, type: "text/html" },
  { name: "drawing.svg", content: SVG, type: "image/svg+xml" },
  {
    name: "paper.pdf",
    content: "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>",
    type: "application/pdf",
  },
  { name: "sheet.xml", content: `<?xml-stylesheet href="data:text/xsl,x"?><a/>`, type: "text/xml" },
  {
    name: "link.url",
    content: "[InternetShortcut]\nURL=https://evil.example/",
    type: "text/plain",
  },
  { name: "program.hta", content: `${HTML}<hta:application>`, type: "application/hta" },
  { name: "both.gif", content: `GIF89a/*${"x".repeat(8)}*/=1;${SCRIPT}`, type: "image/gif" },
];

const FILES: readonly ScriptFile[] = [
  ...OPENED,
  ...FILE_NAMES.map((name, index) => ({ name, content: `content ${String(index)}` })),
];

/** A picture of that size which holds next to nothing; `isDamaged` gives its data a wrong checksum. */
function png(width: number, height: number, isDamaged = false): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(Math.min(1_000_000, height * (width + 1))));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", data, isDamaged),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer, isDamaged = false): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(isDamaged ? 0 : crc(body));
  return Buffer.concat([length, body, check]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** What storage may hold in the place of a screenshot, by name; all but the last two are no picture to show. */
export const BAD_PICTURES: Readonly<Record<string, ScreenshotRef>> = {
  html: { bytes: Buffer.from(HTML), type: "image/png" },
  svg: { bytes: Buffer.from(SVG), type: "image/svg+xml" },
  gif: { bytes: Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), type: "image/gif" },
  tiff: { bytes: Buffer.from("II*\0\x08\0\0\0", "latin1"), type: "image/tiff" },
  script: { bytes: Buffer.from(SCRIPT), type: "image/png" },
  empty: { bytes: Buffer.alloc(0), type: "image/png" },
  "head only": { bytes: png(9, 9).subarray(0, 20), type: "image/png" },
  "60,000 by 60,000": { bytes: png(60_000, 60_000), type: "image/png" },
  "wrong checksum": { bytes: png(64, 64, true), type: "image/png" },
  "cut short": { bytes: png(300, 300).subarray(0, 60), type: "image/png" },
};

const pictures = Object.values(BAD_PICTURES);

/** A run on a page that attacks whoever reads about it: in every text, in its files and in its pictures. */
export const HOSTILE: TaskScript = {
  scenario: "hostile",
  title: "Finished: everything in it is hostile",
  prompt: HOSTILE_TEXTS.join("\n"),
  model: `<img src=x onerror="${SCRIPT}">\u202E`,
  steps: HOSTILE_TEXTS.map((text, index) =>
    step({
      memory: text,
      evaluation: text,
      goal: text,
      url: text,
      actions: [
        text,
        JSON.stringify({ [text]: { [text]: text, url: text, deep: [[{ [text]: text }]] } }),
        JSON.stringify({ input: Object.fromEntries(KEYS.map((key) => [key, { [key]: text }])) }),
        `{"__proto__":{"polluted":true}}`,
        `{"deep":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
      ],
      screenshot: pictures[index] ?? null,
      duration: 1,
    }),
  ),
  ending: {
    status: "finished",
    output: HOSTILE_TEXTS.map((text) => `- ${text}`).join("\n\n"),
    isSuccess: true,
    judge: { verdict: false, reasoning: HOSTILE_TEXTS.join("\n") },
  },
  begins: { endedSecondsAgo: 600 },
  queueSeconds: 1,
  files: FILES,
  uploads: FILES,
  agentVersion: `<img src=x onerror="${SCRIPT}">`,
  metadata: Object.fromEntries([...KEYS, ...HOSTILE_TEXTS].map((key) => [key, key])),
};

/** A run whose live view attacks the page around it. */
export const HOSTILE_LIVE: TaskScript = {
  ...HOSTILE,
  scenario: "hostile-live",
  title: "Running: its live view is hostile",
  prompt: "Watch what a hostile live view can do.",
  steps: HOSTILE.steps.slice(0, 3).map((given) => ({ ...given, duration: 1 })),
  ending: null,
  begins: "first-read",
  files: [],
  uploads: [],
  metadata: {},
  isLiveHostile: true,
};
