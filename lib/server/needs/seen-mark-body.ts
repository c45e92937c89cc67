import "server-only";
import { z } from "zod";
import { isNeedKey } from "@/lib/domain/needs/need";

const schema = z.strictObject({ key: z.string().refine(isNeedKey) });

/** Reads which need was seen; `null` for anything that no need is called by. */
export function parseSeenKey(body: unknown): string | null {
  return schema.safeParse(body).data?.key ?? null;
}
