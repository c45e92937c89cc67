import "server-only";

/** Reads a body as UTF-8 text, counting bytes as they come out of the decompression. */
export async function readLimitedText(
  response: Response,
  limitBytes: number,
): Promise<{ ok: true; text: string } | { ok: false; reason: "too-large" }> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > limitBytes) {
      await reader?.cancel().catch(() => undefined);
      return { ok: false, reason: "too-large" };
    }
    parts.push(decoder.decode(part.value, { stream: true }));
  }
  parts.push(decoder.decode());
  return { ok: true, text: parts.join("") };
}
