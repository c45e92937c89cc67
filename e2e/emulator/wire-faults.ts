import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import type { Reply } from "./reply";

const MEGABYTE = 1024 * 1024;

/** Faults of the bytes on the connection, which an HTTP server would not write by itself. */
export type WireFault =
  /** Exactly these bytes, then the end of the connection. */
  | { kind: "raw"; base64: string }
  /** Headers without an end, and nothing more. */
  | { kind: "stalled-headers" }
  /** Headers, and nothing more. */
  | { kind: "stalled-body" }
  /** The connection is reset once the headers have gone out. */
  | { kind: "reset-after-headers" }
  | { kind: "byte-by-byte"; ms: number }
  /** Half a body in chunks, then the end of the connection. */
  | { kind: "cut-chunks" }
  /** A `Content-Length` that many bytes off. */
  | { kind: "wrong-length"; by: number }
  /** An informational answer before the real one. */
  | { kind: "early-hints"; times: number }
  | { kind: "many-headers"; count: number; size: number }
  /** Zeros that are this large once they are unpacked. */
  | { kind: "bomb"; encoding: "gzip" | "deflate" | "br"; megabytes: number }
  /** A good answer that promises to keep the connection, which is closed at once. */
  | { kind: "closed-after" };

const KINDS: ReadonlySet<string> = new Set<WireFault["kind"]>([
  "raw",
  "stalled-headers",
  "stalled-body",
  "reset-after-headers",
  "byte-by-byte",
  "cut-chunks",
  "wrong-length",
  "early-hints",
  "many-headers",
  "bomb",
  "closed-after",
]);

/** True for the faults that are sent here. */
export function isWireFault(fault: { kind: string }): fault is WireFault {
  return KINDS.has(fault.kind);
}

/** Sends an answer broken on the wire. Never throws: whoever hung up is gone. */
export async function sendOnWire(
  response: ServerResponse,
  reply: Reply,
  fault: WireFault,
): Promise<void> {
  const { socket } = response;
  if (socket === null) return;
  const body = Buffer.from(reply.body);
  const whole = Buffer.concat([headOf(reply, { "content-length": body.length }), body]);
  switch (fault.kind) {
    case "raw":
      socket.end(Buffer.from(fault.base64, "base64"));
      return;
    case "stalled-headers":
      socket.write(headOf(reply, {}).subarray(0, -4));
      return;
    case "stalled-body":
      socket.write(whole.subarray(0, whole.length - body.length + 1));
      return;
    case "reset-after-headers":
      socket.write(whole.subarray(0, whole.length - body.length + 1), () =>
        setTimeout(() => socket.resetAndDestroy(), 10).unref(),
      );
      return;
    case "byte-by-byte":
      socket.write(whole.subarray(0, whole.length - body.length));
      for (let at = 0; at < body.length && !socket.destroyed; at++) {
        socket.write(body.subarray(at, at + 1));
        await new Promise((resolve) => setTimeout(resolve, fault.ms).unref());
      }
      socket.end();
      return;
    case "cut-chunks": {
      const half = body.subarray(0, Math.floor(body.length / 2));
      socket.write(headOf(reply, { "transfer-encoding": "chunked" }));
      socket.write(`${half.length.toString(16)}\r\n`);
      socket.end(half);
      return;
    }
    case "wrong-length":
      socket.end(
        Buffer.concat([headOf(reply, { "content-length": body.length + fault.by }), body]),
      );
      return;
    case "early-hints": {
      const hint = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n";
      socket.end(Buffer.concat([Buffer.from(hint.repeat(fault.times)), whole]));
      return;
    }
    case "many-headers": {
      const filler = Object.fromEntries(
        Array.from({ length: fault.count }, (_, at) => [`x-${String(at)}`, "x".repeat(fault.size)]),
      );
      socket.end(
        Buffer.concat([headOf(reply, { ...filler, "content-length": body.length }), body]),
      );
      return;
    }
    case "bomb":
      await sendBomb(response, fault.encoding, fault.megabytes);
      return;
    case "closed-after":
      socket.end(whole);
  }
}

/** The status line and headers as bytes. */
function headOf(reply: Reply, more: Record<string, string | number>): Buffer {
  const lines = Object.entries({ ...reply.headers, connection: "keep-alive" });
  for (const [name, value] of Object.entries(more)) lines.push([name, String(value)]);
  const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`HTTP/1.1 ${String(reply.status)} Injected\r\n${text}\r\n`, "latin1");
}

/** Sends what unpacks to so many megabytes, made of one packed piece, as far as it is read. */
async function sendBomb(
  response: ServerResponse,
  encoding: "gzip" | "deflate" | "br",
  megabytes: number,
): Promise<void> {
  response.writeHead(200, { "content-type": "application/json", "content-encoding": encoding });
  if (encoding !== "gzip") {
    // Only gzip may be several packed pieces in a row.
    const zeros = Buffer.alloc(megabytes * MEGABYTE);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
    response.end(encoding === "br" ? brotliCompressSync(zeros, quality) : deflateSync(zeros));
    return;
  }
  const pieceMegabytes = Math.min(megabytes, 4);
  const piece = gzipSync(Buffer.alloc(pieceMegabytes * MEGABYTE));
  for (let sent = 0; sent < megabytes && !response.destroyed; sent += pieceMegabytes) {
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

/** Waits until there is room for more, or nobody to read it. */
async function drained(response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  const { signal } = gone;
  await Promise.race([once(response, "drain", { signal }), once(response, "close", { signal })]);
  gone.abort();
}
