import "server-only";
import { getEnv } from "@/lib/server/config/env";

/**
 * What a poll asks for: changes since a revision (`since`), and how long its answer may be held while there
 * are none (`wait`, seconds), in milliseconds and never longer than the configuration allows.
 */
export function answerQuery(url: string): { since: string | null; longPollMs: number } {
  const { searchParams } = new URL(url);
  const wait = searchParams.get("wait") ?? "";
  const seconds = /^\d{1,3}$/.test(wait) ? Number(wait) : 0;
  return {
    since: searchParams.get("since"),
    longPollMs: Math.min(seconds, getEnv().HOLD_SECONDS) * 1000,
  };
}
