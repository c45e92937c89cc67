/** What the model used, as far as somebody told: tokens, and USD as decimal text. */
export type Usage = { inputTokens: number; outputTokens: number; cost: string | null };
