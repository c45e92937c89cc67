import type { JudgeFlags } from "./task";

const FAILURE_KEYS = ["failure_reason", "failureReason"];
const REASON_KEYS = ["reasoning", "reason", "explanation", "summary"];

/**
 * The judge's words, why it failed before its reasoning, from the upstream's `judgement`: a JSON object as text, whose keys are not
 * documented. A text that is not a JSON object is itself the reason; nothing to read is `null`.
 */
export function readJudgement(text: string | null): string | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "" || trimmed === "null") return null;
  const report = parseObject(trimmed);
  if (report === null) return trimmed;
  const words = [firstText(report, FAILURE_KEYS), firstText(report, REASON_KEYS)];
  const told = [...new Set(words.filter((part) => part !== null))];
  return told.length === 0 ? null : told.join("\n\n");
}

/** The judge's verdict as its report tells it, where nothing else does; `null` when it is no plain yes or no. */
export function readJudgeVerdict(text: string | null): boolean | null {
  const verdict = parseObject(text?.trim() ?? "")?.get("verdict");
  return typeof verdict === "boolean" ? verdict : null;
}

/** The judge's flags; `null` when it raised none, or nobody judged. */
export function readJudgeFlags(text: string | null): JudgeFlags | null {
  const report = parseObject(text?.trim() ?? "");
  if (report === null) return null;
  const isRaised = (...keys: string[]) => keys.some((key) => report.get(key) === true);
  const reachedCaptcha = isRaised("reached_captcha", "reachedCaptcha");
  const impossibleTask = isRaised("impossible_task", "impossibleTask");
  return reachedCaptcha || impossibleTask ? { reachedCaptcha, impossibleTask } : null;
}

/** The flags in words; empty for none. */
export function judgeFlagWords(flags: JudgeFlags | null): string {
  const words = [
    ...(flags?.reachedCaptcha === true ? ["a captcha was reached"] : []),
    ...(flags?.impossibleTask === true ? ["the task is impossible"] : []),
  ];
  return words.join(", and ");
}

function firstText(report: ReadonlyMap<string, unknown>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = report.get(key);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}

function parseObject(text: string): Map<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value));
  } catch {
    return null;
  }
}
