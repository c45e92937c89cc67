/** One whole HTTP answer, before a fault may spoil it. */
export type Reply = {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
};

/** An answer in JSON. */
export function json(body: unknown, status = 200): Reply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The upstream's error body. */
export function detail(status: number, words: unknown): Reply {
  return json({ detail: words }, status);
}

/** An answer in XML, as an object store gives its errors. */
export function storeError(status: number, code: string): Reply {
  return {
    status,
    headers: { "content-type": "application/xml" },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`,
  };
}

/** An HTML page. */
export function html(body: string, status = 200): Reply {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}
