/** How much that looks like a secret is masked, in words; empty for nothing. */
export function maskedWords(masked: number): string {
  if (masked === 0) return "";
  return masked === 1 ? "1 secret is masked" : `${String(masked)} secrets are masked`;
}
