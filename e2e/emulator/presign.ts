import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const SECRET = randomBytes(32);
let nonce = 0;

type Signed = {
  /** Path below the origin, percent-encoded. */
  path: string;
  fileName: string;
  now: number;
  lifetimeSeconds: number;
  /** Raised to refuse every address signed before. */
  generation: number;
  /** How a browser is to take it; `inline` unless said otherwise. */
  disposition?: "inline" | "attachment";
};

/** Signs an address anew, as an object store does: the query differs every time for one and the same object. */
export function presign(object: Signed): string {
  const { path, fileName, now, lifetimeSeconds, generation, disposition = "inline" } = object;
  const header = encodeURIComponent(
    `${disposition}; filename="${fileName.replace(/[^\w.+ -]/g, "_")}"`,
  );
  const query = [
    "X-Amz-Algorithm=AWS4-HMAC-SHA256",
    "X-Amz-Credential=EMULATOR%2Fus-east-1%2Fs3%2Faws4_request",
    `X-Amz-Date=${String(now)}`,
    `X-Amz-Expires=${String(lifetimeSeconds)}`,
    "X-Amz-SignedHeaders=host",
    `response-content-disposition=${header}`,
    `x-id=a%2Bb%20c+${String(nonce++)}`,
  ].join("&");
  return `${path}?${query}&X-Amz-Signature=${signature(path, query, generation)}`;
}

/** Checks an address byte for byte, as it came in the request line. */
export function checkPresigned(
  url: string,
  now: number,
  generation: number,
): "ok" | "expired" | "bad-signature" {
  const [path = "", search = ""] = url.split("?", 2);
  const parts = /^(.*)&X-Amz-Signature=([0-9a-f]{64})$/.exec(search);
  const [, query, given] = parts ?? [];
  if (query === undefined || given === undefined) return "bad-signature";
  const expected = Buffer.from(signature(path, query, generation));
  if (!timingSafeEqual(expected, Buffer.from(given))) return "bad-signature";
  const fields = new URLSearchParams(query);
  const until = Number(fields.get("X-Amz-Date")) + Number(fields.get("X-Amz-Expires")) * 1000;
  return now <= until ? "ok" : "expired";
}

function signature(path: string, query: string, generation: number): string {
  return createHmac("sha256", SECRET)
    .update(`${String(generation)}\n${path}\n${query}`)
    .digest("hex");
}
