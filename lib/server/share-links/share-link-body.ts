import "server-only";
import { z } from "zod";
import { SHARE_LIFETIMES, type NewShareLink } from "@/lib/contract/share-link";
import { readScopes } from "@/lib/domain/sharing/share-scopes";

const schema = z.strictObject({
  scopes: z.array(z.string().max(40)).max(20),
  lifetime: z.enum(SHARE_LIFETIMES.map(({ name }) => name)),
  step: z.number().int().min(0).max(9_999_999).nullable().default(null),
});

/** Reads which link is asked for; `null` for anything that is not offered. */
export function parseNewShareLink(body: unknown): NewShareLink | null {
  const parsed = schema.safeParse(body);
  const scopes = parsed.success ? readScopes(parsed.data.scopes) : null;
  return parsed.success && scopes !== null ? { ...parsed.data, scopes } : null;
}

/** Reads the token from the body of an exchange; `null` when there is none. */
export function parseToken(body: unknown): string | null {
  return z.strictObject({ token: z.string().min(1) }).safeParse(body).data?.token ?? null;
}
