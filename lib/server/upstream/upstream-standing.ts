import "server-only";
import type { UpstreamCall } from "./observed-client";

/** What the calls of this process say of the upstream. Times are epoch milliseconds. */
export type UpstreamStanding = {
  /** When a call last brought an answer; `null` for never. */
  answeredAt: number | null;
  /** The last call that brought none; `null` for none. */
  failed: { at: number; status: string } | null;
  /** `refused`: a call was answered 401, and none has been answered well since. */
  key: "unknown" | "accepted" | "refused";
};

/** Before the first call. */
export const NOTHING_ASKED: UpstreamStanding = { answeredAt: null, failed: null, key: "unknown" };

/** What is known after one more call. Only a 401 says something about the key; a 403 may be about one task. */
export function afterUpstreamCall(
  standing: UpstreamStanding,
  { status }: Pick<UpstreamCall, "status">,
  at: number,
): UpstreamStanding {
  if (status === "200") return { ...standing, answeredAt: at, key: "accepted" };
  const key = status === "401" ? "refused" : standing.key;
  return { ...standing, failed: { at, status }, key };
}
