import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Smaller bodies are sent as they are. */
const WORTH_PACKING_BYTES = 1024;
const pack = promisify(gzip);

type Encoded = { text: string; packed: Promise<Uint8Array<ArrayBuffer>> | null };
const encoded = new WeakMap<object, Encoded>();

/**
 * Answers a body as JSON, gzipped for those who take it. A body that many ask for is written and packed once:
 * whoever passes the same object gets the same bytes.
 */
export async function jsonResponse(
  body: object,
  request: Request,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const known = encoded.get(body) ?? { text: JSON.stringify(body), packed: null };
  encoded.set(body, known);
  if (!acceptsGzip(request.headers) || known.text.length < WORTH_PACKING_BYTES) {
    return new Response(known.text, { headers });
  }
  known.packed ??= packText(known.text);
  return new Response(await known.packed, {
    headers: { ...headers, "content-encoding": "gzip" },
  });
}

async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pack(text));
}

/** True when a client says that it reads gzip (RFC 9110, section 12.5.3). */
function acceptsGzip(headers: Headers): boolean {
  const accepted = headers.get("accept-encoding") ?? "";
  return accepted.split(",").some((part) => {
    const [coding = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    return coding === "gzip" && !parameters.some((text) => /^q=0(?:\.0*)?$/.test(text));
  });
}
