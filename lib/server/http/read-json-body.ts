import "server-only";

/** The largest body that a request may have, in bytes. */
const LARGEST_BYTES = 65_536;

/** A body as JSON, or why there is none. */
export type JsonBody =
  { ok: true; value: unknown } | { ok: false; code: "body-too-large" | "bad-request" };

/** Reads a small JSON body, and of a larger one no more than is needed to know that. */
export async function readJsonBody(request: Request): Promise<JsonBody> {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_BYTES) {
    return { ok: false, code: "body-too-large" };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength;
    if (size > LARGEST_BYTES) return { ok: false, code: "body-too-large" };
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return { ok: true, value };
  } catch {
    return { ok: false, code: "bad-request" };
  }
}

async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
