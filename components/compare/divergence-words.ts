import type { AlignedStep, Divergence } from "@/lib/domain/compare/align-runs";

/** Where two runs part, in a sentence, with what was not looked at where they do not. */
export function divergenceWords(divergence: Divergence, rows: readonly AlignedStep[]): string {
  if (rows.length === 0) return "Neither run has a step yet.";
  if (divergence.at === null) {
    const words =
      divergence.reason === "never"
        ? "No step differs: each is on the same page and does the same, with the same parameters. Not compared: what the agents wrote, element numbers and screenshots."
        : "No step differs so far. Not compared: what the agents wrote, element numbers and screenshots.";
    const isCut = rows.some(({ a, b }) => [a, b].some((step) => step?.cut?.actions !== undefined));
    return isCut ? `${words} Long actions are compared as far as they are shown.` : words;
  }
  const agreed = divergence.at;
  if (agreed === 0) return "The runs differ from the first step on.";
  return agreed === 1
    ? "The first step is the same. Here the runs begin to differ."
    : `The first ${String(agreed)} steps are the same. Here the runs begin to differ.`;
}
