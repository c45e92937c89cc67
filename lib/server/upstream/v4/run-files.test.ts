import { describe, expect, it } from "vitest";
import { codeOf } from "@/test/upstream/gateway";
import { runBench } from "@/test/upstream/run-bench";
import { RUN_ID, wireBrowser, wireRun } from "@/test/upstream/run";
import { sendJson } from "@/test/upstream/server";

const bench = runBench();
const RUN = { id: RUN_ID, contract: "v4" } as const;
const BROWSER = "0a1b2c3d-0000-4000-8000-0000000000c1";
const file = (path: string, lastModified = "2026-01-02T03:05:00Z") => ({
  path,
  size: 3,
  lastModified,
  url: `https://bucket.example/${path}?sig=1`,
});

/** A run that has ended, with a file in its workspace and one that its browser downloaded. */
function world(more: Record<string, unknown> = {}) {
  bench.world.run = wireRun({ status: "completed", result: "Done", ...more });
  bench.world.browsers = [wireBrowser(BROWSER, { status: "stopped", liveUrl: null })];
  bench.world.files = [file("outputs/milk.csv")];
  bench.world.downloads = [file("receipt.pdf"), file("old.pdf", "2026-01-01T00:00:00Z")];
}

const failAt = (pattern: RegExp, status: number) => {
  bench.world.instead = (path, response) => {
    if (!pattern.test(path)) return false;
    sendJson(response, { detail: "x" }, status);
    return true;
  };
};

const namesOf = (files: readonly { name: string }[]) => files.map(({ name }) => name);

describe("the files of a run", () => {
  it("are those of its workspace and those that its browser downloaded, each to be had by its id", async () => {
    world();
    const { task } = await bench.read(null);
    expect(namesOf(task.files)).toEqual(["outputs/milk.csv", "receipt.pdf"]);
    for (const { id, name } of task.files) {
      bench.asked();
      const link = await bench.gateway.getOutputFile(RUN, id);
      expect(link.url).toBe(`https://bucket.example/${name}?sig=1`);
      const isDownload = bench.asked().some((path) => path.includes("/downloads"));
      expect(isDownload).toBe(name === "receipt.pdf");
    }
    expect(await codeOf(bench.gateway.getOutputFile(RUN, RUN_ID))).toBe("file-not-found");
  });

  it("have ids of their own, however alike their names are", async () => {
    world();
    bench.world.downloads = [file("outputs/milk.csv")];
    const { task } = await bench.read(null);
    expect(namesOf(task.files)).toEqual(["outputs/milk.csv", "outputs/milk.csv"]);
    expect(new Set(task.files.map(({ id }) => id)).size).toBe(2);
  });

  it("are told of a run that ended long ago, whose session nobody reads by itself", async () => {
    world({ updatedAt: "2026-01-02T03:09:00Z" });
    bench.now += 30 * 86_400_000;
    const { task } = await bench.read(null);
    expect(task.sessionStatus).toBeNull();
    expect(namesOf(task.files)).toEqual(["outputs/milk.csv", "receipt.pdf"]);
  });

  it("are told without a workspace, too", async () => {
    world({ workspaceId: null });
    expect(namesOf((await bench.read(null)).task.files)).toEqual(["receipt.pdf"]);
  });

  it.each([404, 500])("are told where downloads are answered %i", async (status) => {
    world();
    failAt(/\/downloads$/, status);
    const first = await bench.read(null);
    expect(namesOf(first.task.files)).toEqual(["outputs/milk.csv"]);
    bench.world.instead = () => false;
    const later = await bench.read(first, 10);
    // What is gone is asked for no more.
    const all = ["outputs/milk.csv", ...(status === 404 ? [] : ["receipt.pdf"])];
    expect(namesOf(later.task.files)).toEqual(all);
  });

  it("stay where the workspace does not answer", async () => {
    world();
    failAt(/\/workspaces\//, 500);
    const first = await bench.read(null);
    expect(first.task.files).toEqual([]);
    bench.world.instead = () => false;
    expect((await bench.read(first, 10)).task.files).toHaveLength(2);
  });
});
