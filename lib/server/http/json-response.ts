import "server-only";

const texts = new WeakMap<object, string>();

/**
 * Answers a body as JSON. A body that many ask for is written once: whoever passes the same object gets the
 * same text. Packing is left to Next, which drops the header of a body that comes packed.
 */
export function jsonResponse(body: object, headers: Readonly<Record<string, string>>): Response {
  const text = texts.get(body) ?? JSON.stringify(body);
  texts.set(body, text);
  return new Response(text, { headers });
}
