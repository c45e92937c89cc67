import "server-only";

/** A body as it is sent: its text, and the length of that in bytes. */
export type WrittenBody = { text: string; length: string };

const written = new WeakMap<object, WrittenBody>();
const bodies = new WeakMap<Response, WrittenBody>();

/**
 * Answers a body as JSON. A body that many ask for is written once: whoever passes the same object gets the
 * same text. Packing is left to the server, which by the length leaves those below a kilobyte as they are.
 */
export function jsonResponse(body: object, headers: Readonly<Record<string, string>>): Response {
  const text = written.get(body) ?? write(body);
  const response = new Response(text.text, {
    headers: { ...headers, "content-length": text.length },
  });
  bodies.set(response, text);
  return response;
}

/** The body of an answer that `jsonResponse` made, the same object wherever the body was; else `null`. */
export function writtenBody(response: Response): WrittenBody | null {
  return bodies.get(response) ?? null;
}

function write(body: object): WrittenBody {
  const text = JSON.stringify(body);
  const made = { text, length: String(Buffer.byteLength(text)) };
  written.set(body, made);
  return made;
}
