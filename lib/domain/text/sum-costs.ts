import { addDecimals } from "./decimal";

/** The exact sum of the costs that are known, and of how many they are; `null` for a cost that nobody said. */
export type CostSum = { sum: string | null; known: number; unknown: number };

/** Adds up costs in USD, each decimal text. One that is no decimal is not known. */
export function sumCosts(costs: readonly (string | null)[]): CostSum {
  const known = costs.filter((cost) => addDecimals(null, cost) !== null);
  return {
    sum: known.reduce(addDecimals, null),
    known: known.length,
    unknown: costs.length - known.length,
  };
}
