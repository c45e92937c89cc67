import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRunsFolder } from "./runs-folder";
import { createEmulator } from "./server";
import { ask, field } from "./test-emulator";

const ID = "1b8f3b52-5f0e-5c6f-9a53-0f2d0c7f1a11";
const SESSION = "7a2f1c44-0e63-5d6a-8b1c-3f9b6f0a2c22";
const PICTURE = Buffer.from("89504e470d0a1a0a0000", "hex");

const step = (number: number, screenshotUrl: string | null) => ({
  number,
  memory: "",
  evaluationPreviousGoal: "Success",
  nextGoal: `Goal ${String(number)}`,
  url: "data:,",
  screenshotUrl,
  actions: ['{"wait":{"seconds":1}}'],
});

const RUN = {
  id: ID,
  sessionId: SESSION,
  session: { id: SESSION, status: "stopped", liveUrl: null, startedAt: "2024-11-26T10:00:00Z" },
  llm: "unknown",
  task: "Find it",
  status: "finished",
  startedAt: "2024-11-26T10:00:00.000000Z",
  finishedAt: "2024-11-26T10:01:00.000000Z",
  metadata: { kept: true },
  isScheduled: false,
  steps: [step(1, "shots/one.png"), step(2, "../secret.png"), step(3, null)],
  doneOutput: "Found",
  userUploadedFiles: [],
  outputFiles: [],
  browserUseVersion: null,
  isSuccess: null,
  _source: { repo: "somewhere" },
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "runs-"));
  const runs = join(folder, "runs");
  mkdirSync(join(runs, "shots"), { recursive: true });
  writeFileSync(join(folder, "secret.png"), PICTURE);
  writeFileSync(join(runs, "shots", "one.png"), PICTURE);
  writeFileSync(join(runs, "find-it.json"), JSON.stringify(RUN));
  writeFileSync(join(runs, "broken.json"), "{");
  writeFileSync(join(runs, "list.json"), "[]");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function serve(replay: boolean, speed = 1) {
  const { runs, problems } = readRunsFolder(join(folder, "runs"), replay);
  const emulator = await createEmulator({ runs, speed });
  const task = async (id: string) => {
    const headers = { "X-Browser-Use-API-Key": emulator.key };
    return (await ask(`${emulator.baseUrl}/tasks/${id}`, { headers })).body;
  };
  const ids = runs.map(({ id }) => id);
  return { emulator, task, ids, problems };
}

describe("a folder of recorded runs", () => {
  it("names the files that are no runs, and goes on", () => {
    const { runs, problems } = readRunsFolder(join(folder, "runs"), false);
    expect(runs).toHaveLength(2);
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["broken.json", "list.json"]);
  });

  it("is served in both contracts as recorded, without what is not of the contract", async () => {
    const { emulator, task, ids } = await serve(false);
    try {
      expect(ids[0]).toBe(ID);
      const documented = await task(ID);
      expect(documented).toMatchObject({
        id: ID,
        status: "finished",
        task: "Find it",
        metadata: { kept: true },
        doneOutput: "Found",
        isSuccess: null,
      });
      expect(field(documented, "_source")).toBeUndefined();
      expect(String(field(documented, "startedAt"))).toBe("2024-11-26T10:00:00.000000");
      expect(field(documented, "finishedAt")).toBe("2024-11-26T10:01:00.000000");
      expect(field(documented, "browserUseVersion")).toBeNull();
      const current = await task(ids[1] ?? "");
      expect(current).toMatchObject({ status: "finished", output: "Found", task: "Find it" });
      expect(field(current, "steps", 0, "nextGoal")).toBe("Goal 1");
    } finally {
      await emulator.close();
    }
  });

  it("gives its screenshots, and nothing outside the folder", async () => {
    const { emulator, task } = await serve(false);
    try {
      const body = await task(ID);
      const shots = [0, 1].map((index) =>
        ask(String(field(body, "steps", index, "screenshotUrl"))),
      );
      const [inside, outside] = await Promise.all(shots);
      expect([inside?.status, inside?.headers.get("content-type")]).toEqual([200, "image/png"]);
      expect(inside?.headers.get("content-length")).toBe(String(PICTURE.length));
      expect(outside?.status).toBe(403);
      expect(field(body, "steps", 2, "screenshotUrl")).toBeNull();
    } finally {
      await emulator.close();
    }
  });

  it("is replayed from the first reader on, at its own pace times the speed", async () => {
    const { emulator, task, ids } = await serve(true, 200);
    try {
      const current = ids[1] ?? "";
      expect(await task(current)).toMatchObject({ status: "created", steps: [] });
      await expect.poll(async () => field(await task(current), "status")).toBe("finished");
      expect(field(await task(current), "steps", "length")).toBe(3);
      const documented = await task(ID);
      expect(documented).toMatchObject({ status: "started", session: { status: "active" } });
    } finally {
      await emulator.close();
    }
  });
});
