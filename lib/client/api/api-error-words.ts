import { PROBLEM_WORDS } from "@/lib/contract/problem-words";
import type { ApiErrorCode } from "./api-error";
import { apiErrorTitle, knownProblem } from "./api-error-title";

/** What a page without data says: what happened, and what its reader can do about it. */
export type ApiErrorWords = { title: string; words: string; next: string };

/** The words of an error, for a page that has nothing else to show. */
export function apiErrorWords(code: ApiErrorCode): ApiErrorWords {
  const title = apiErrorTitle(code);
  switch (code) {
    case "offline":
      return {
        title,
        words: "This browser cannot reach the Sightglass server.",
        next: "Check your network. Retrying automatically.",
      };
    case "unreadable":
      return {
        title,
        words:
          "Something between this browser and the Sightglass server answered in its place, such as a sign-in page of the network.",
        next: "Reload the page.",
      };
    default: {
      const { detail, next } = PROBLEM_WORDS[knownProblem(code)];
      return { title, words: detail, next };
    }
  }
}
