import type { AlignedStep, Divergence } from "@/lib/domain/compare/align-runs";

/** Where two runs part, in a sentence, with what was not looked at where they do not. */
export function divergenceWords(divergence: Divergence, rows: readonly AlignedStep[]): string {
  if (rows.length === 0) return "Neither run has a step yet.";
  if (divergence.at === null) {
    const words =
      divergence.reason === "never"
        ? "No step differs: each stands on the same page and does the same, with the same parameters. What the agents wrote about their steps, numbers of elements and screenshots are not compared."
        : "No step differs so far, as far as both have come. What the agents wrote, numbers of elements and screenshots are not compared.";
    const isCut = rows.some(({ a, b }) => [a, b].some((step) => step?.cut?.actions !== undefined));
    return isCut ? `${words} Long actions are compared as far as they are shown.` : words;
  }
  const agreed = divergence.at;
  if (agreed === 0) return "The runs differ from the first step on.";
  return agreed === 1
    ? "The first step is the same; here the runs part."
    : `The first ${String(agreed)} steps are the same; here the runs part.`;
}
