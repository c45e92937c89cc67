import type { ProblemCode } from "@/lib/contract/problem";
import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import type { ApiErrorCode } from "./api-error";

const NO_ANSWER: Readonly<Record<Exclude<ApiErrorCode, ProblemCode>, string>> = {
  offline: "No connection to this server",
  unreadable: "The answer of this server is unreadable",
};

/** The title of an error in words. */
export function apiErrorTitle(code: ApiErrorCode): string {
  if (code === "offline" || code === "unreadable") return NO_ANSWER[code];
  return PROBLEM_TITLES[knownProblem(code)];
}

/** The code, or `internal` for one that only a later version of the server knows. */
export function knownProblem(code: ProblemCode): ProblemCode {
  return Object.hasOwn(PROBLEM_TITLES, code) ? code : "internal";
}
