/** What one call of the model took. Money is in millionths of a dollar, so that sums are exact. */
export type Usage = {
  inputTokens: number;
  outputTokens: number;
  reasoningTokens: number;
  microDollars: number;
};

/** The use of the model for the step at this index: more to read with each step, as its conversation grows. */
export function usageOfStep(index: number): Usage {
  const inputTokens = Math.min(6200 + index * 410, 180_000);
  const outputTokens = 120 + ((index * 37) % 190);
  const reasoningTokens = 40 + ((index * 53) % 110);
  const microDollars = Math.round(inputTokens * 0.25 + (outputTokens + reasoningTokens) * 2);
  return { inputTokens, outputTokens, reasoningTokens, microDollars };
}

/** A sum as the upstream writes it: a decimal number of dollars as text. */
export function dollars(microDollars: number): string {
  return (microDollars / 1_000_000).toFixed(6);
}
