import "server-only";

const EVERY_ANSWER = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "DENY",
  vary: "Cookie, Sec-Fetch-Site",
};

/** Headers of a JSON answer: kept by nobody, framed by nobody. */
export const JSON_HEADERS: Readonly<Record<string, string>> = {
  ...EVERY_ANSWER,
  "content-type": "application/json; charset=utf-8",
  "cache-control": "private, no-store",
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
};

/** Headers of an answer of one word for probes. */
export const PROBE_HEADERS: Readonly<Record<string, string>> = {
  ...EVERY_ANSWER,
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Headers of bytes that a web page or the agent made: whatever they are, they run nothing here. */
export const FOREIGN_BYTES_HEADERS: Readonly<Record<string, string>> = {
  ...EVERY_ANSWER,
  "content-security-policy": "default-src 'none'; sandbox",
};
