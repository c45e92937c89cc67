import "server-only";
import { Agent, request } from "undici";
import { retryAfterSeconds } from "@/lib/server/upstream/rate-limit-headers";
import type { Try } from "./delivery-policy";
import type { Delivery } from "./delivery-queue";
import { signatureHeaders } from "./sign-notice";

/** A receiver has that long to answer, in milliseconds. */
const ANSWER_MS = 10_000;
/** What a receiver says beside its status is not read; a little is taken so that the connection can be kept. */
const DUMPED_BYTES = 16_384;

/**
 * Makes what posts a delivery once to `url`. The address is the operator's own setting and may be a credential: it is
 * asked as it stands, and no redirect is followed.
 */
export function createPostNotice(
  url: string,
  secret: string,
  now: () => number,
  answerMs = ANSWER_MS,
): (delivery: Delivery, signal: AbortSignal) => Promise<Try> {
  const dispatcher = new Agent({ connections: 1, keepAliveTimeout: 4000 });
  return async ({ id, body }, signal) => {
    const deadline = AbortSignal.timeout(answerMs);
    try {
      const answer = await request(url, {
        dispatcher,
        method: "POST",
        headers: {
          "content-type": "application/json",
          "user-agent": "sightglass",
          "x-sightglass-id": id,
          ...signatureHeaders(body, secret, now()),
        },
        body,
        signal: AbortSignal.any([deadline, signal]),
      });
      await answer.body.dump({ limit: DUMPED_BYTES }).catch(() => undefined);
      const wait = answer.headers["retry-after"];
      return {
        status: answer.statusCode,
        retryAfterSeconds: retryAfterSeconds(typeof wait === "string" ? wait : null, now()),
      };
    } catch {
      const status = deadline.aborted ? "timeout" : "unreachable";
      return { status, retryAfterSeconds: null };
    }
  };
}
