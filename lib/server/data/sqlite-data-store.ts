import "server-only";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import Database from "libsql";
import { z } from "zod";
import type { LocalData } from "./data-store";

/** A process that stops holds the file for some seconds more; whoever starts waits for it, in milliseconds. */
const WAIT_FOR_FILE_MS = 10_000;

/**
 * What made the file as it is, in order; a file says how many of them it has seen. They are never changed, only added
 * to.
 */
const MIGRATIONS = [
  `CREATE TABLE records (
     kind TEXT NOT NULL, id TEXT NOT NULL, "group" TEXT NOT NULL,
     value TEXT NOT NULL, until INTEGER NOT NULL,
     PRIMARY KEY (kind, id)
   ) WITHOUT ROWID;
   CREATE INDEX records_by_group ON records (kind, "group");
   CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`,
];

/** The file grows to 256 MB at most, in pages of 4 KiB: what is remembered takes some hundred bytes each. */
const MOST_PAGES = 65_536;

/** A file of a later version of this program. */
export class NewerFile extends Error {
  override readonly name = "NewerFile";
}

/** A file of which a part is missing or changed. */
export class TornFile extends Error {
  override readonly name = "TornFile";
}

const checkRow = z.object({ quick_check: z.string() });
const versionRow = z.object({ user_version: z.number() });
const valueRow = z.object({ value: z.string() }).optional();
const listRows = z.array(z.object({ id: z.string(), value: z.string() }));

/** How long to wait for a file that another process has, in milliseconds, and how large it may grow, in pages of 4 KiB. */
export type FileLimits = { waitMs?: number; mostPages?: number };

/**
 * Opens a store in a file, which is made where there is none and brought up to date. One process at a time has it
 * open. Throws `NewerFile`, `TornFile`, and errors of SQLite with their `code`: `SQLITE_BUSY` where another process
 * has it, `SQLITE_CORRUPT` or `SQLITE_NOTADB` for what is no such file.
 */
export function openSqliteData(
  path: string,
  now: () => number,
  { waitMs = WAIT_FOR_FILE_MS, mostPages = MOST_PAGES }: FileLimits = {},
): LocalData {
  // It holds a secret: nobody else on this machine reads it.
  closeSync(openSync(path, "a", 0o600));
  const db = new Database(path, { timeout: waitMs });
  try {
    // One file without companions, so that a copy of it is a backup; each write is on the disk before it is confirmed.
    db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;");
    db.exec(`PRAGMA synchronous = FULL; PRAGMA max_page_count = ${String(mostPages)};`);
    db.exec("BEGIN EXCLUSIVE; COMMIT;");
    const { quick_check: check } = checkRow.parse(db.prepare("PRAGMA quick_check(1)").get());
    if (check !== "ok") throw new TornFile("A part of the file is missing or changed");
    migrate(db);
  } catch (error) {
    release(db);
    throw error;
  }
  const put = db.prepare(
    `INSERT OR REPLACE INTO records (kind, id, "group", value, until) VALUES (?, ?, ?, ?, ?)`,
  );
  const purge = db.prepare("DELETE FROM records WHERE until <= ?");
  const get = db.prepare("SELECT value FROM records WHERE kind = ? AND id = ? AND until > ?");
  const list = db.prepare(
    `SELECT id, value FROM records WHERE kind = ? AND "group" = ? AND until > ?`,
  );
  const remove = db.prepare("DELETE FROM records WHERE kind = ? AND id = ? AND until > ?");
  return {
    isKept: true,
    rootSecret: () => rootSecret(db),
    close: () => {
      release(db);
    },
    put: (record) =>
      settled(() => {
        put.run(record.kind, record.id, record.group, record.value, Math.ceil(record.until));
        purge.run(now());
      }),
    get: (kind, id) => settled(() => valueRow.parse(get.get(kind, id, now()))?.value ?? null),
    list: (kind, group) => settled(() => listRows.parse(list.all(kind, group, now()))),
    remove: ({ kind, id }) => settled(() => remove.run(kind, id, now()).changes > 0),
  };
}

/** The lock of the file ends with the process or, as here, by a read in the ordinary mode: closing alone leaves it. */
function release(db: Database.Database): void {
  try {
    db.exec("PRAGMA locking_mode = NORMAL;");
    db.prepare("SELECT count(*) FROM sqlite_schema").get();
  } catch {
    // A file that cannot be read has no lock of ours that matters.
  }
  db.close();
}

function migrate(db: Database.Database): void {
  const { user_version: seen } = versionRow.parse(db.prepare("PRAGMA user_version").get());
  if (seen > MIGRATIONS.length) throw new NewerFile("The file is of a later version");
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < seen) continue;
    db.exec(`BEGIN; ${sql} PRAGMA user_version = ${String(index + 1)}; COMMIT;`);
  }
}

function rootSecret(db: Database.Database): string {
  const read = db.prepare("SELECT value FROM secrets WHERE name = 'root'");
  const known = valueRow.parse(read.get());
  if (known !== undefined) return known.value;
  const value = randomBytes(32).toString("base64url");
  db.prepare("INSERT INTO secrets (name, value) VALUES ('root', ?)").run(value);
  return value;
}

/** The outcome as a promise: SQLite answers at once, other stores do not. */
function settled<T>(run: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(run());
  });
}
