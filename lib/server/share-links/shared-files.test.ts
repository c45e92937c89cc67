import { describe, expect, it } from "vitest";
import { GET as getFile } from "@/app/api/tasks/[taskId]/files/[fileId]/route";
import { field } from "@/e2e/emulator/test-emulator";
import { ANY_CONTRACT, faultBench } from "@/test/faults/faults";
import { callRoute } from "@/test/product";
import { codeOf, holder } from "@/test/link-holder";

const bench = faultBench();
const LINKS = "/output-files/";
const SECRET = "hunter2hunter2";

/** A finished task with one file of this name, and somebody who has a link to it. */
async function fileOf(contract: string, fileName = "out.csv") {
  const taskId = await bench.newTask("success-6", contract);
  const { body } = await bench.readTask(taskId);
  const id = String(field(body, "task", "files", 0, "id"));
  await bench.patch(taskId, { outputFiles: [{ id, fileName }] });
  const downloadUrl = `${bench.storage().origin}/file`;
  const link = JSON.stringify({ id, fileName, downloadUrl });
  await bench.breakPath(LINKS, { kind: "body", body: link });
  bench.storage().answer = (_, response) => response.end("bytes");
  bench.restart();
  const viewer = await holder(taskId, ["files"]);
  await viewer.read();
  return { taskId, id, viewer };
}

const calls = async () => (await bench.statuses(LINKS)).length;

describe.each(ANY_CONTRACT)("files over the %s contract", (contract) => {
  it("cost one call for all who ask for the same, operators and holders", async () => {
    const { taskId, id, viewer } = await fileOf(contract);
    const own = () => callRoute(getFile, "/x", { taskId, fileId: id });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? viewer.file(id) : own())),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
    expect(await (await viewer.file(id)).text()).toBe("bytes");
    expect(await calls()).toBe(1);
  });

  it("are asked for anew once an address is refused, by all together", async () => {
    const { id, viewer } = await fileOf(contract);
    await (await viewer.file(id)).text();
    bench.storage().answer = (_, response) => response.writeHead(403).end();
    const answers = await Promise.all(Array.from({ length: 10 }, () => viewer.file(id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(404));
    expect(await calls()).toBeLessThanOrEqual(3);
  });

  it("are handed out sixty times a minute by one link, and by others all the same", async () => {
    const { taskId, id, viewer } = await fileOf(contract);
    for (let asked = 0; asked < 60; asked += 1) expect((await viewer.file(id)).status).toBe(200);
    const refused = await viewer.file(id);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await codeOf(refused)).toEqual([429, "downloads-limited"]);
    expect(await (await viewer.file(id, { accept: "text/html" })).text()).toContain("<h1>");
    expect((await (await holder(taskId, ["files"])).file(id)).status).toBe(200);
  });

  it.each([`password=${SECRET}.txt`, `a/password=${SECRET}.txt`])(
    "of a name that gives a secret away are named masked everywhere: %j",
    async (name) => {
      const { id, viewer } = await fileOf(contract, name);
      const list = await (await viewer.read()).text();
      const file = await viewer.file(id);
      bench.storage().answer = (_, response) => response.writeHead(404).end();
      const page = await (await viewer.file(id, { accept: "text/html" })).text();
      const named = decodeURIComponent(file.headers.get("content-disposition") ?? "");
      expect([file.status, page]).toEqual([200, expect.stringContaining("<bdi>")]);
      for (const told of [list, named, page]) expect(told).not.toContain(SECRET);
    },
  );
});
