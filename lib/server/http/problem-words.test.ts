import { describe, expect, it } from "vitest";
import { apiErrorWords } from "@/lib/client/api/api-error-words";
import { problemResponse } from "./problem-response";
import type { ProblemCode } from "@/lib/contract/problem";
import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import { PROBLEM_WORDS } from "@/lib/contract/problem-words";

// Both tables are exhaustive by type, so either has every code.
const CODES = Object.keys(PROBLEM_TITLES) as ProblemCode[];

describe("the words for problems", () => {
  it.each(CODES)("says the same of %s to programs and to readers", async (code) => {
    const page = apiErrorWords(code);
    const response = problemResponse(code, "request");
    const document: unknown = await response.json();
    expect(document).toMatchObject({ title: page.title, detail: page.words, code });
    expect(response.status).toBe(PROBLEM_WORDS[code].status);
    for (const text of Object.values(page)) expect(text).toMatch(/^[A-Z].*\S$/);
  });
});
