import "server-only";

/**
 * What a poll asks for: changes since a revision (`since`), and how long its answer may be held while there
 * are none (`wait`, seconds), in milliseconds and never longer than `mostSeconds`.
 */
export function answerQuery(
  url: string,
  mostSeconds: number,
): { since: string | null; longPollMs: number } {
  const { searchParams } = new URL(url);
  const wait = searchParams.get("wait") ?? "";
  const seconds = /^\d{1,3}$/.test(wait) ? Number(wait) : 0;
  return {
    since: searchParams.get("since"),
    longPollMs: Math.min(seconds, mostSeconds) * 1000,
  };
}
