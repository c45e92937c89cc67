import "server-only";
import { EVERY_ANSWER, TEXT_POLICY } from "@/server/answer-headers.mjs";

const OURS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(EVERY_ANSWER).map(([name, value]) => [name.toLowerCase(), value]),
  ),
  vary: "Cookie, Sec-Fetch-Site",
};

/** Headers of a JSON answer: not cached, not framed. */
export const JSON_HEADERS: Readonly<Record<string, string>> = {
  ...OURS,
  "content-type": "application/json; charset=utf-8",
  "cache-control": "private, no-store",
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
};

/** Headers of an answer of one word for probes. */
export const PROBE_HEADERS: Readonly<Record<string, string>> = {
  ...OURS,
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": TEXT_POLICY,
};

/** Headers of bytes that a web page or the agent made: whatever they are, they run nothing here. */
export const UNTRUSTED_CONTENT_HEADERS: Readonly<Record<string, string>> = {
  ...OURS,
  "content-security-policy": "default-src 'none'; sandbox",
};
