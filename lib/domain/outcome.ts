/** How one step went. */
export type Outcome = "success" | "failure" | "unknown";

const FAILURE_START =
  /^(?:fail|unsuccess|not\b|no\b|unable\b|could not\b|couldn['’]t\b|cannot\b|did not\b|didn['’]t\b|fehlgeschlagen|misserfolg|失败|失敗|未成功|فشل)/u;
const SUCCESS_START = /^(?:success|succeed|erfolg|成功|نجح|نجاح)/u;
const CLOSING_VERDICT = /verdict\s*:\s*(success|fail|unknown|uncertain|partial)[a-z]*[\s.]*$/;
const MARKS_BEFORE_TEXT = /^[\s\p{P}\p{S}]+/u;

/**
 * Reads the outcome of a step from what the agent wrote about it in the following step.
 *
 * Agents open with a word ("Success - …", "Failed: …", "Unsuccessful …") or, in newer versions, close with
 * "Verdict: Success"; the closing verdict wins. Everything else, "Partial" included, is unknown: a guess
 * would read as a fact.
 */
export function outcomeOf(evaluation: string): Outcome {
  const closing = CLOSING_VERDICT.exec(evaluation.slice(-200).toLowerCase())?.[1];
  if (closing !== undefined) {
    if (closing === "success") return "success";
    return closing === "fail" ? "failure" : "unknown";
  }
  const opening = evaluation.slice(0, 4096).toLowerCase().replace(MARKS_BEFORE_TEXT, "");
  if (FAILURE_START.test(opening)) return "failure";
  return SUCCESS_START.test(opening) ? "success" : "unknown";
}
