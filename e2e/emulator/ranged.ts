import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { storeError, type Reply } from "./reply";

/** An object as a store answers it to a request that may want a part of it, or of one that it knows by its tag. */
export function ranged(reply: Reply, asked: IncomingHttpHeaders): Reply {
  if (reply.status !== 200) return reply;
  const bytes = Buffer.from(reply.body);
  const etag = `"${createHash("md5").update(bytes).digest("hex")}"`;
  const headers = { ...reply.headers, "accept-ranges": "bytes", etag };
  const part = /^bytes=(\d*)-(\d*)$/.exec(asked.range ?? "");
  const isOther = asked["if-range"] !== undefined && asked["if-range"] !== etag;
  if (part === null || isOther) return { ...reply, headers };
  const [, first = "", last = ""] = part;
  const size = bytes.length;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to) {
    const refusal = storeError(416, "InvalidRange");
    const range = { "content-range": `bytes */${String(size)}` };
    return { ...refusal, headers: { ...refusal.headers, ...range } };
  }
  const range = `bytes ${String(from)}-${String(to)}/${String(size)}`;
  return {
    status: 206,
    headers: { ...headers, "content-range": range },
    body: bytes.subarray(from, to + 1),
  };
}
