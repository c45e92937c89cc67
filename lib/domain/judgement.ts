const REASON_KEYS = [
  "failure_reason",
  "failureReason",
  "reasoning",
  "reason",
  "explanation",
  "summary",
];

/**
 * The judge's reason in words, from the upstream's `judgement`: a JSON object as text, whose keys are not
 * documented. A text that is no JSON object is itself the reason; nothing to read is `null`.
 */
export function readJudgement(text: string | null): string | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "" || trimmed === "null") return null;
  const report = parseObject(trimmed);
  if (report === null) return trimmed;
  for (const key of REASON_KEYS) {
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
