import "server-only";
import type { Problem, ProblemCode } from "@/lib/contract/problem";
import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import { PROBLEM_WORDS } from "@/lib/contract/problem-words";
import { JSON_HEADERS } from "./security-headers";

/** A problem document (RFC 9457) with texts of ours only. */
export function problemResponse(
  code: ProblemCode,
  requestId: string,
  retryAfterSeconds: number | null = null,
): Response {
  const { status, detail } = PROBLEM_WORDS[code];
  const title = PROBLEM_TITLES[code];
  const problem: Problem = { type: "about:blank", title, status, detail, code, requestId };
  const headers = new Headers(JSON_HEADERS);
  headers.set("content-type", "application/problem+json; charset=utf-8");
  if (retryAfterSeconds !== null) headers.set("retry-after", String(Math.ceil(retryAfterSeconds)));
  return new Response(JSON.stringify(problem), { status, headers });
}
