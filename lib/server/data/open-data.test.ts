import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { afterEach, describe, expect, it } from "vitest";
import { testFolder } from "@/test/data-stores";
import type { LocalData } from "./data-store";
import { openData, type OpenedData } from "./open-data";

const folder = testFolder();
const now = () => Date.now();
let made = 0;
const opened: LocalData[] = [];
afterEach(() => {
  for (const data of opened.splice(0)) data.close();
});

const newFolder = () => join(folder, String((made += 1)));
function open(path: string, mostPages?: number): OpenedData {
  const limits = { waitMs: 200, ...(mostPages === undefined ? {} : { mostPages }) };
  const result = openData(path, now, limits);
  if (result.ok) opened.push(result.data);
  return result;
}
function mustOpen(path: string) {
  const result = open(path);
  if (!result.ok) throw new Error(result.problem);
  return result;
}
function close(data: LocalData): void {
  opened.splice(opened.indexOf(data), 1);
  data.close();
}
const record = (id: string, value = id) => ({
  kind: "share",
  id,
  group: "task",
  value,
  until: now() + 60_000,
});

describe("what is remembered over a restart", () => {
  it("is what was put, and the secret of the first start", async () => {
    const path = newFolder();
    const first = mustOpen(path);
    expect(first).toMatchObject({ warning: null, data: { isKept: true } });
    await first.data.put(record("a"));
    const secret = first.data.rootSecret();
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    close(first.data);
    const { data } = mustOpen(path);
    expect(await data.get("share", "a")).toBe("a");
    expect(data.rootSecret()).toBe(secret);
  });

  it("lies in one file that nobody else on the machine can read", async () => {
    const path = newFolder();
    const { data } = mustOpen(path);
    await data.put(record("a"));
    close(data);
    expect(readdirSync(path).filter((name) => statSync(join(path, name)).size > 0)).toEqual([
      "sightglass.db",
    ]);
    expect(statSync(join(path, "sightglass.db")).mode & 0o077).toBe(0);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it("is nothing where the settings say memory, and each start makes up another secret", () => {
    const { data, warning } = mustOpen("memory");
    expect([data.isKept, warning]).toEqual([false, null]);
    expect(mustOpen("memory").data.rootSecret()).not.toBe(data.rootSecret());
  });

  it("survives a kill in the middle of writing: what was confirmed is there", async () => {
    const path = newFolder();
    close(mustOpen(path).data);
    const libsql = createRequire(import.meta.url).resolve("libsql");
    const writer = `const db = new (require(${JSON.stringify(libsql)}))(process.argv[1]);
      db.exec("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;");
      const put = db.prepare("INSERT INTO records VALUES ('share', ?, 'task', 'v', 9e15)");
      for (let at = 0; ; at++) { put.run(String(at)); process.stdout.write(at + "\\n"); }`;
    const child = spawn(process.execPath, ["-e", writer, join(path, "sightglass.db")]);
    let told = "";
    for await (const chunk of child.stdout) {
      told += String(chunk);
      if (told.split("\n").length > 50) child.kill("SIGKILL");
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    const confirmed = told.split("\n").slice(0, -1);
    const { data, warning } = mustOpen(path);
    expect(warning).toBeNull();
    const kept = new Set((await data.list("share", "task")).map(({ id }) => id));
    expect(confirmed.length).toBeGreaterThan(40);
    expect(confirmed.filter((id) => !kept.has(id))).toEqual([]);
  });
});

describe("a store that cannot be used", () => {
  it("because another process has it: nothing is started, in words that say what to do", () => {
    const path = newFolder();
    mustOpen(path);
    const second = open(path);
    expect(second).toMatchObject({ ok: false });
    if (!second.ok) expect(second.problem).toMatch(/^Another process has .*DATA_DIR.*REDIS_URL/);
  });

  it("because a later version made it: nothing is started, and the file stays as it is", () => {
    const path = newFolder();
    close(mustOpen(path).data);
    const file = join(path, "sightglass.db");
    const bytes = readFileSync(file);
    // The version that SQLite keeps for whoever uses it stands at byte 60 of a file.
    bytes.writeUInt32BE(999, 60);
    writeFileSync(file, bytes);
    const later = open(path);
    if (later.ok) throw new Error("It was opened");
    expect(later.problem).toMatch(/later version/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it.each([
    [
      "torn",
      (file: string) => {
        truncateSync(file, statSync(file).size - 5000);
      },
    ],
    [
      "something else",
      (file: string) => {
        writeFileSync(file, "This is no database. ".repeat(50));
      },
    ],
  ])("because it is %s: it is put aside, not deleted, and a new one begins", async (_, damage) => {
    const path = newFolder();
    const first = mustOpen(path);
    for (let at = 0; at < 200; at++) await first.data.put(record(String(at), "v".repeat(500)));
    const secret = first.data.rootSecret();
    close(first.data);
    const file = join(path, "sightglass.db");
    damage(file);
    const damaged = readFileSync(file);
    const { data, warning } = mustOpen(path);
    expect(warning).toMatch(/put aside/);
    expect(data.isKept).toBe(true);
    expect(data.rootSecret()).not.toBe(secret);
    await data.put(record("new"));
    const aside = readdirSync(path).find((name) => name.includes("unreadable")) ?? "";
    expect(readFileSync(join(path, aside)).equals(damaged)).toBe(true);
  });

  it.each([
    [
      "a file stands in the place of the folder",
      (path: string) => {
        writeFileSync(path, "");
      },
    ],
    [
      "a folder stands in the place of the file",
      (path: string) => mkdirSync(join(path, "sightglass.db"), { recursive: true }),
    ],
  ])("because %s: watching goes on, with a warning", async (_, spoil) => {
    const path = newFolder();
    spoil(path);
    const { data, warning } = mustOpen(path);
    expect(warning).toMatch(/end with this process/);
    expect(data.isKept).toBe(false);
    await data.put(record("a"));
    expect(await data.get("share", "a")).toBe("a");
  });

  it.skipIf(process.getuid?.() === 0)("because it is read-only: watching goes on", () => {
    const path = newFolder();
    close(mustOpen(path).data);
    chmodSync(join(path, "sightglass.db"), 0o400);
    expect(mustOpen(path)).toMatchObject({ data: { isKept: false } });
  });

  it("because the disk is full: what is not kept is said so, and what was kept is there", async () => {
    const path = newFolder();
    close(mustOpen(path).data);
    const result = open(path, 20);
    if (!result.ok) throw new Error(result.problem);
    const { data } = result;
    const kept: string[] = [];
    const refused: string[] = [];
    for (let at = 0; at < 60; at++) {
      const id = String(at);
      await data.put(record(id, "x".repeat(3000))).then(
        () => kept.push(id),
        () => refused.push(id),
      );
    }
    expect([kept.length > 5, refused.length > 5]).toEqual([true, true]);
    const ids = (await data.list("share", "task")).map(({ id }) => id);
    expect(ids.sort()).toEqual(kept.sort());
    expect(await data.remove(record(kept[0] ?? ""))).toBe(true);
  });
});
