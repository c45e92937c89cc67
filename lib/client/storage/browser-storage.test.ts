import { readdirSync, readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { signOut } from "@/lib/client/api/session";

/** What tells of tasks, and goes when its reader signs out. */
const OF_TASKS = ["sightglass:notices", "sightglass:recents"];
/** How the page looks to its reader, and when it was last loaded anew: both stay. */
const OF_THE_READER = ["sightglass.layout.", "sightglass.reloaded-at"];

it("every key that this browser is given is known", () => {
  const here = new URL("..", import.meta.url);
  const keys = readdirSync(here, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .flatMap((name) => [
      ...readFileSync(new URL(name, here), "utf8").matchAll(/"(sightglass[.:][a-z.:-]+)"/g),
    ])
    .map((match) => match[1]);
  expect([...new Set(keys)].sort()).toEqual([...OF_TASKS, ...OF_THE_READER].sort());
});

it.each(["here", "everywhere"] as const)(
  "B7 signing out %s leaves nothing of a task behind",
  async (where) => {
    const kept = new Map([...OF_TASKS, ...OF_THE_READER].map((key) => [key, "id"]));
    const localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    vi.stubGlobal("window", { location: { replace: () => undefined } });
    vi.stubGlobal("localStorage", localStorage);
    vi.stubGlobal("dispatchEvent", () => true);
    vi.stubGlobal("StorageEvent", Event);
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json({})));
    try {
      await signOut(where, new AbortController().signal);
    } finally {
      vi.unstubAllGlobals();
    }
    for (const key of OF_TASKS) expect(["", "[]"]).toContain(kept.get(key) ?? "");
    for (const key of OF_THE_READER) expect(kept.get(key)).toBe("id");
  },
);
