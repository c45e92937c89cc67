/** A picture of a film: a key frame of VP8. */
type Frame = Buffer;

const MS = 1_000_000;

/**
 * A WebM file (Matroska, RFC 9559) of one picture after the other, each shown for so many milliseconds, with an index by
 * which a player finds any of them.
 */
export function webm(
  frames: readonly Frame[],
  { width, height, msEach }: { width: number; height: number; msEach: number },
): Buffer {
  const info = element(0x1549a966, [
    number(0x2ad7b1, MS),
    element(0x4489, [double(frames.length * msEach)]),
    element(0x4d80, [Buffer.from("emulator")]),
    element(0x5741, [Buffer.from("emulator")]),
  ]);
  const video = element(0xe0, [number(0xb0, width), number(0xba, height)]);
  const codec = element(0x86, [Buffer.from("V_VP8")]);
  const tracks = element(0x1654ae6b, [
    element(0xae, [number(0xd7, 1), number(0x73c5, 1), number(0x83, 1), codec, video]),
  ]);
  const clusters = frames.map((frame, index) =>
    element(0x1f43b675, [number(0xe7, index * msEach), element(0xa3, [KEY_FRAME, frame])]),
  );
  // The index has the same size whatever it says.
  const before = info.length + tracks.length + indexOf(clusters, 0, msEach).length;
  const segment = [info, tracks, indexOf(clusters, before, msEach), ...clusters];
  return Buffer.concat([HEAD, element(0x18538067, segment)]);
}

/** The picture of a WebP file (RFC 9649), as a key frame of VP8; `null` where it holds none. */
export function frameOfWebp(bytes: Buffer): Frame | null {
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4);
    if (bytes.toString("latin1", at, at + 4) === "VP8 ")
      return bytes.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  return null;
}

/** Track 1, at the time of its cluster, a key frame. */
const KEY_FRAME = Buffer.from([0x81, 0, 0, 0x80]);

const HEAD = element(0x1a45dfa3, [
  number(0x4286, 1),
  number(0x42f7, 1),
  number(0x42f2, 4),
  number(0x42f3, 8),
  element(0x4282, [Buffer.from("webm")]),
  number(0x4287, 2),
  number(0x4285, 2),
]);

function indexOf(clusters: readonly Buffer[], from: number, msEach: number): Buffer {
  let at = from;
  const points = clusters.map((cluster, index) => {
    const place = element(0xb7, [number(0xf7, 1), number(0xf1, at)]);
    at += cluster.length;
    return element(0xbb, [number(0xb3, index * msEach), place]);
  });
  return element(0x1c53bb6b, points);
}

function element(id: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size = Buffer.alloc(8);
  size.writeUIntBE(body.length, 2, 6);
  // A length of eight bytes, of which the first bit but seven says so.
  size[0] = 1;
  return Buffer.concat([Buffer.from(id.toString(16), "hex"), size, body]);
}

function number(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return element(id, [bytes]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}
