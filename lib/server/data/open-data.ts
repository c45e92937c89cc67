import "server-only";
import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { LocalData } from "./data-store";
import { createMemoryData } from "./memory-data-store";
import { NewerFile, openSqliteData, TornFile, type FileLimits } from "./sqlite-data-store";

/** The value of `DATA_DIR` with which nothing outlives the process. */
const NOWHERE = "memory";
const FILE = "sightglass.db";

/** What came of opening the store of this process. */
export type OpenedData =
  | { ok: true; data: LocalData; warning: string | null }
  /** Nothing should be started: in words, for whoever starts it. */
  | { ok: false; problem: string };

/**
 * Opens the store below a folder, which is made where there is none. A file that cannot be read is put aside, never
 * deleted. Where nothing can be kept, watching goes on and a warning says what that means.
 */
export function openData(folder: string, now: () => number, limits?: FileLimits): OpenedData {
  const inMemory = (warning: string | null): OpenedData => ({
    ok: true,
    data: createMemoryData(now),
    warning,
  });
  if (folder === NOWHERE) return inMemory(null);
  const path = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { ok: true, data: openSqliteData(path, now, limits), warning: null };
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === "newer") {
      return {
        ok: false,
        problem: `${path} was made by a later version of Sightglass. Start that version, or set DATA_DIR to another folder.`,
      };
    }
    if (reason === "busy") {
      return {
        ok: false,
        problem: `Another process has ${path} open. Set DATA_DIR to another folder for this one, or REDIS_URL for several instances that share what they know.`,
      };
    }
    if (reason === "unusable") return inMemory(`Nothing can be kept in ${path}: ${UNTIL_RESTART}`);
  }
  const aside = `${path}.unreadable-${new Date(now()).toISOString().replaceAll(":", "-")}`;
  try {
    renameSync(path, aside);
    const data = openSqliteData(path, now, limits);
    const warning = `${path} could not be read and was put aside as ${aside}: all share links and sessions from before have ended.`;
    return { ok: true, data, warning };
  } catch {
    return inMemory(`${path} cannot be read: ${UNTIL_RESTART}`);
  }
}

const UNTIL_RESTART = "share links and sessions end with this process.";

function reasonOf(error: unknown): "newer" | "busy" | "torn" | "unusable" {
  if (error instanceof NewerFile) return "newer";
  if (error instanceof TornFile) return "torn";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return "busy";
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(code) ? "torn" : "unusable";
}
