import "server-only";

const MOST_BYTES = 8 * 1024;

/** The JSON of a request's body, 8 KiB at most; `undefined` for what is larger or no JSON. Reads no further than that. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const reader = request.body?.getReader();
  if (reader === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}
