import "server-only";

/** A body as text, or why it is none. */
type LimitedText = { ok: true; text: string } | { ok: false; reason: "too-large" | "not-utf8" };

/** Reads a body as UTF-8 text without its byte order mark, counting bytes as they come out of the decompression. */
export async function readLimitedText(
  response: Response,
  limitBytes: number,
): Promise<LimitedText> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts: string[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  const giveUp = async (reason: "too-large" | "not-utf8"): Promise<LimitedText> => {
    await reader?.cancel().catch(() => undefined);
    return { ok: false, reason };
  };
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (chunk === undefined) break;
    bytes += chunk.byteLength;
    if (bytes > limitBytes) return giveUp("too-large");
    const text = decode(() => decoder.decode(chunk, { stream: true }));
    if (text === null) return giveUp("not-utf8");
    parts.push(text);
  }
  const rest = decode(() => decoder.decode());
  if (rest === null) return giveUp("not-utf8");
  return { ok: true, text: [...parts, rest].join("") };
}

/** `null` when the bytes are no UTF-8: the decoder throws a TypeError then, and for nothing else. */
function decode(run: () => string): string | null {
  try {
    return run();
  } catch {
    return null;
  }
}
