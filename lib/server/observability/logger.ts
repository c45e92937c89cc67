import "server-only";
import pino, { type DestinationStream } from "pino";
import type { Env } from "@/lib/server/config/env";

/** C1 controls, directions, line separators, what has no width, halves of characters. */
const UNSAFE = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;

/** What a log line may carry: codes, ids and numbers. Never addresses with a query, keys or agent text. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** JSON lines on stdout. */
export type Logger = Record<
  "debug" | "info" | "warn" | "error",
  (fields: LogFields, message: string) => void
>;

/**
 * A logger that writes what is of `level` or graver, to stdout unless a stream is given. Each line carries the id of
 * the request that is the cause of it, where `requestId` knows one.
 */
export function createLogger(
  level: Env["LOG_LEVEL"],
  requestId: () => string | null = () => null,
  stream: DestinationStream = pino.destination(1),
): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const id = requestId();
      return id === null ? {} : { requestId: id };
    },
    hooks: { streamWrite: escapeLine },
  };
  return pino(options, stream);
}

/** Escapes what JSON leaves as it is and a terminal, or a reader of lines, may obey. */
export function escapeLine(line: string): string {
  return line.replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** An error as log fields: its class, code and place, without its message, which may quote an address. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const place = /\n\s+at (.{1,200})/.exec(error.stack ?? "")?.[1] ?? null;
  return { error: error.name, code, place };
}
