/** Writes a cost in USD, given as decimal text, for reading: `$0.0332`, `$2.19`. Small amounts keep two digits that count. */
export function formatCost(cost: string): string {
  const amount = Number(cost);
  if (!Number.isFinite(amount)) return cost;
  const digits = Math.abs(amount) >= 1 || amount === 0 ? 2 : 4;
  const text = amount.toFixed(digits);
  return Number(text) === 0 && amount !== 0
    ? `$${cost}`
    : `$${text.replace(/(\.\d\d\d*?)0+$/, "$1")}`;
}
