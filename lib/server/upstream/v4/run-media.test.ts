import { describe, expect, it } from "vitest";
import { codeOf } from "@/test/upstream/gateway";
import { runBench } from "@/test/upstream/run-bench";
import {
  pictureUrl,
  RUN_ID,
  stepEvents,
  toolEvent,
  wireRun,
  wireBrowser,
} from "@/test/upstream/run";
import { sendJson } from "@/test/upstream/server";

const bench = runBench();

describe("a run of v4", () => {
  it("has the pictures that stood in its events, also when they fell out", async () => {
    bench.world.events.push(...stepEvents(5, "milk"));
    const { screenshotUrls } = await bench.read(null);
    const address = screenshotUrls.get(1) ?? "";
    bench.asked();
    const task = { id: RUN_ID, contract: "v4" } as const;
    const wanted = Buffer.from(pictureUrl(5).split(",")[1] ?? "", "base64");
    expect(Buffer.from((await bench.gateway.getPicture(task, address)) ?? [])).toEqual(wanted);
    expect(bench.asked()).toEqual([]);
    const others = Array.from({ length: 20 }, (_, index) =>
      toolEvent(100 + index, "browser_execute", {
        attachments: [{ url: pictureUrl(1_000_000 + index) }],
      }),
    );
    bench.world.events.push(...others);
    await bench.gateway.getTask(RUN_ID, null);
    bench.asked();
    expect(Buffer.from((await bench.gateway.getPicture(task, address)) ?? [])).toEqual(wanted);
    expect(bench.asked()).toEqual(["/run/events?after=9&limit=1"]);
    expect(await bench.gateway.getPicture(task, "https://elsewhere.example/a.png")).toBeNull();
  });

  it("is read in small pages where its pictures are large, and without what a tool answered where one event is", async () => {
    const huge = "A".repeat(3 * 1024 * 1024);
    bench.world.events.push(
      ...Array.from({ length: 12 }, (_, index) =>
        toolEvent(10 + index, "browser_execute", {
          output: `step ${String(index)}`,
          attachments: [{ url: `data:image/png;base64,${huge}` }],
        }),
      ),
    );
    const { steps } = await bench.read(null);
    expect(steps.flatMap(({ actions }) => actions)).toHaveLength(12);
  });

  it("names the browsers of its session, and the newest that is up is its live view", async () => {
    bench.world.browsers = [
      wireBrowser("b2", {
        startedAt: "2026-01-02T03:10:00Z",
        liveUrl: "https://live.browser-use.com?wss=two",
      }),
      wireBrowser("b1", { status: "stopped", liveUrl: null, finishedAt: "2026-01-02T03:09:00Z" }),
    ];
    bench.world.run = wireRun({
      status: "completed",
      result: "Done",
      updatedAt: new Date(bench.now).toISOString(),
    });
    const { task, liveUrl } = await bench.read(null);
    expect(task.run?.browsers?.map(({ id, status }) => [id, status])).toEqual([
      ["b1", "stopped"],
      ["b2", "active"],
    ]);
    // It outlives the run.
    expect([task.status, task.hasLive, liveUrl]).toEqual([
      "finished",
      true,
      "https://live.browser-use.com/?wss=two",
    ]);
  });

  it("has the files of its workspace that were written since, under ids that hide their paths", async () => {
    const file = (path: string, lastModified: string) => ({ path, size: 3, lastModified });
    bench.world.files = [
      file("outputs/milk.csv", "2026-01-02T03:05:00Z"),
      file("old/notes.txt", "2026-01-01T00:00:00Z"),
    ].map((each) => ({ ...each, url: `https://bucket.example/${each.path}?sig=1` }));
    bench.world.run = wireRun({ status: "completed", result: "Done" });
    const { task } = await bench.read(null);
    expect(task.files.map(({ name }) => name)).toEqual(["outputs/milk.csv"]);
    const id = task.files[0]?.id ?? "";
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    const of = { id: RUN_ID, contract: "v4" } as const;
    expect(await bench.gateway.getOutputFile(of, id)).toEqual({
      url: "https://bucket.example/outputs/milk.csv?sig=1",
      name: "milk.csv",
    });
    expect(await codeOf(bench.gateway.getOutputFile(of, RUN_ID))).toBe("file-not-found");
    expect(await codeOf(bench.gateway.getLog(of))).toBe("file-not-found");
  });

  it("has the files that came with its prompt", async () => {
    bench.world.run = wireRun({ attachedFileIds: ["f1"] });
    bench.world.attachments = [
      { id: "f1", name: "list.csv", contentType: "text/csv", sizeBytes: 3, status: "uploaded" },
    ];
    bench.world.files = [
      { path: "in/list.csv", size: 3, lastModified: null, url: "https://bucket.example/l" },
    ];
    const { task } = await bench.read(null);
    expect(task.uploads).toEqual([{ id: "f1", name: "list.csv" }]);
    const of = { id: RUN_ID, contract: "v4" } as const;
    expect(await bench.gateway.getUploadedFile(of, "f1")).toMatchObject({ name: "list.csv" });
  });

  it("asks for them again where they could not be read, and no more once they are known", async () => {
    bench.world.run = wireRun({ attachedFileIds: ["f1"] });
    bench.world.attachments = [
      { id: "f1", name: "list.csv", contentType: "text/csv", sizeBytes: 3, status: "uploaded" },
    ];
    bench.world.instead = (path, response) => {
      if (!path.endsWith("/attachments")) return false;
      sendJson(response, { detail: "x" }, 500);
      return true;
    };
    const asked = () => bench.asked().filter((path) => path.endsWith("/attachments"));
    const first = await bench.read(null);
    expect(first.task.uploads).toEqual([]);
    expect(asked()).not.toEqual([]);
    const soon = await bench.read(first);
    expect(asked()).toEqual([]);
    bench.world.instead = () => false;
    const later = await bench.read(soon, 10);
    expect(later.task.uploads).toHaveLength(1);
    expect(asked()).toHaveLength(1);
    expect((await bench.read(later, 10)).task.uploads).toHaveLength(1);
    expect(asked()).toEqual([]);
  });
});
