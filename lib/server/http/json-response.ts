import "server-only";

type Written = { text: string; length: string };

const texts = new WeakMap<object, Written>();

/**
 * Answers a body as JSON. A body that many ask for is written once: whoever passes the same object gets the
 * same text. Packing is left to Next, which drops the header of a body that comes packed, and by the length leaves
 * those below a kilobyte as they are.
 */
export function jsonResponse(body: object, headers: Readonly<Record<string, string>>): Response {
  const { text, length } = texts.get(body) ?? write(body);
  return new Response(text, { headers: { ...headers, "content-length": length } });
}

function write(body: object): Written {
  const text = JSON.stringify(body);
  const written = { text, length: String(Buffer.byteLength(text)) };
  texts.set(body, written);
  return written;
}
