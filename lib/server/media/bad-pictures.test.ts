import { afterAll, beforeAll, expect, it } from "vitest";
import { BAD_PICTURES } from "@/e2e/emulator/scenarios/hostile";
import { createAssetClient } from "@/lib/server/assets/asset-client";
import { startTestServer, type TestServer } from "@/test/upstream/server";
import { fetchImage } from "./fetch-image";
import { createResizeImage } from "./resize-image";

const resizeImage = createResizeImage();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer((request, response) => {
    const picture = BAD_PICTURES[decodeURIComponent((request.url ?? "").slice(1))];
    if (picture === undefined || !("bytes" in picture)) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": picture.type }).end(picture.bytes);
  });
});

afterAll(() => server.close());

const fetched = (name: string) =>
  fetchImage(
    createAssetClient({ baseUrl: server.origin, assetHosts: [] }),
    `${server.origin}/${encodeURIComponent(name)}`,
  );

it.each(["html", "svg", "gif", "tiff", "script", "empty", "head only", "60,000 by 60,000"])(
  "D20 hands out nothing that is %s",
  async (name) => {
    expect(await fetched(name)).toEqual({ ok: false, reason: "unusable" });
  },
);

it.each(["wrong checksum", "cut short"])(
  "D20 draws what there is of a picture that is %s, or nothing",
  async (name) => {
    const answer = await fetched(name);
    if (!answer.ok) return;
    expect(answer.image.type).toBe("png");
    const small = await resizeImage(answer.image, 160);
    if (small.ok) expect(small.image.type).toBe("webp");
  },
);

it("D20 needs little memory for a picture that claims to be huge", async () => {
  await fetched("60,000 by 60,000");
  const before = process.memoryUsage().rss;
  for (let time = 0; time < 20; time++) await fetched("60,000 by 60,000");
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
});
