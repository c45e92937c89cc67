import type { ProblemCode } from "@/lib/contract/problem";
import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import type { ApiErrorCode } from "./api-error";

const NO_ANSWER: Readonly<Record<Exclude<ApiErrorCode, ProblemCode>, string>> = {
  offline: "No connection to this server",
  unreadable: "The answer of this server is unreadable",
};

/** The title of an error in words. */
export function apiErrorTitle(code: ApiErrorCode): string {
  return code === "offline" || code === "unreadable" ? NO_ANSWER[code] : PROBLEM_TITLES[code];
}
