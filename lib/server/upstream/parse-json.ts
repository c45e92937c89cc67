import "server-only";
import { isDeeperThan } from "@/lib/domain/text/json-depth";
import { UpstreamError } from "./errors";

/** No answer nests deeper. */
export const DEEPEST_BODY = 64;

/** The value of a JSON text of the upstream, or of a part of it. Throws `UpstreamError` where it is none, or nests too deep. */
export function parseJson(text: string, deepest = DEEPEST_BODY): unknown {
  if (isDeeperThan(text, deepest)) throw new UpstreamError("upstream-invalid", "Too deep");
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which is the agent's.
    throw new UpstreamError("upstream-invalid", "Unreadable JSON");
  }
}
