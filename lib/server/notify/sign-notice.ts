import "server-only";
import { createHmac } from "node:crypto";

/**
 * The headers by which a receiver tells who sent a body, and that it is not an old one sent again: HMAC-SHA-256 with
 * the secret over the time, a full stop and the body. `at` is epoch milliseconds; the header has whole seconds.
 */
export function signatureHeaders(body: string, secret: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return {
    "x-sightglass-timestamp": timestamp,
    "x-sightglass-signature": `v1=${signature}`,
  };
}
