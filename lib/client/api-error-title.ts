import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import type { ApiErrorCode } from "./api-error";

/** The title of an error in words. */
export function apiErrorTitle(code: ApiErrorCode): string {
  if (code === "offline") return "No connection to this server";
  if (code === "unreadable") return "The answer of this server is unreadable";
  return PROBLEM_TITLES[code];
}
