import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";

/** What concerns the account or the key of this server does not concern somebody with a link. */
const INTERNAL_AFFAIRS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "key-rejected",
  "credits-exhausted",
  "upstream-refused",
]);

/** A problem as the holder of a share link is told it. */
export function viewerProblem(code: ProblemCode): ProblemCode {
  return INTERNAL_AFFAIRS.has(code) ? "upstream-unavailable" : code;
}
