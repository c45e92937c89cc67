import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { beginningOf } from "@/lib/domain/text/truncate";

/** The header in which a trusted proxy shows that it is the one. */
const PROXY_SECRET_HEADER = "x-sightglass-proxy-secret";

const LONGEST_NAME = 200;

/** A proxy in front that signs people in: the header with their name, and the secret that it sends along. */
export type TrustedProxy = { header: string; secret: string };

/**
 * The user that a trusted proxy names; `null` when it names none, or when the request did not come through it. The
 * port may be open to others, so the secret is asked for wherever the request comes from.
 */
export function proxyUser(headers: Headers, { header, secret }: TrustedProxy): string | null {
  const given = digest(headers.get(PROXY_SECRET_HEADER) ?? "");
  if (!timingSafeEqual(given, digest(secret))) return null;
  const name = beginningOf((headers.get(header) ?? "").trim(), LONGEST_NAME);
  return name === "" ? null : name;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
