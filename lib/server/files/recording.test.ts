import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAssetClient } from "@/lib/server/assets/asset-client";
import type { FileLink } from "@/lib/server/upstream/gateway";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { fullTask } from "@/test/upstream/full-task";
import { startTestServer, type TestServer } from "@/test/upstream/server";
import { createAnswerRecording } from "./answer-recording";
import { askedRange } from "./asked-range";

const TASK_ID = "0a1b2c3d-0000-4000-8000-000000000001";
const BYTES = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
let server: TestServer;
/** What the storage says beside the bytes. */
let told: Record<string, string>;
let links: (() => Promise<FileLink>)[];

beforeEach(async () => {
  told = { "content-type": "video/mp4", etag: '"one"', "accept-ranges": "bytes" };
  links = [];
  server = await startTestServer((request, response) => {
    const [, from = "", to = ""] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    if (from === "") {
      response.writeHead(200, { ...told, "content-length": BYTES.length }).end(BYTES);
    } else if (Number(from) >= BYTES.length) {
      response.writeHead(416, { ...told, "content-range": "bytes */1000" }).end("<Error/>");
    } else {
      const last = to === "" ? BYTES.length - 1 : Number(to);
      const part = BYTES.subarray(Number(from), last + 1);
      const range = `bytes ${from}-${String(last)}/1000`;
      response.writeHead(206, { "content-range": range, ...told }).end(part);
    }
  });
});
afterEach(() => server.close());

function ask(headers: Record<string, string> = {}, path = "/film"): Promise<Response> {
  const answer = createAnswerRecording({
    readUpstreamTask: () => Promise.resolve({ ...fullTask({}), bytes: 1 }),
    gateway: {
      getRecording: () =>
        links.shift()?.() ?? Promise.resolve({ url: `${server.origin}${path}`, name: path }),
    },
    client: createAssetClient({ baseUrl: server.origin, assetHosts: [] }),
    now: () => Date.now(),
  });
  const request = new Request("http://127.0.0.1/", { headers });
  return answer({ request, requestId: "r", taskId: TASK_ID }, null);
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("a recording", () => {
  it("is handed over whole, as a video that whoever opens its address gets as a file", async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "video/mp4",
      "content-disposition": 'attachment; filename="task-0a1b2c3d-recording.mp4"',
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "accept-ranges": "bytes",
      "content-length": "1000",
      etag: '"one"',
    });
    expect((await bytesOf(response)).equals(BYTES)).toBe(true);
    expect(server.requests[0]?.headers.range).toBeUndefined();
  });

  it("is handed over in the part that is asked for", async () => {
    const response = await ask({ range: "bytes=100-299", "if-range": '"one"' });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe("bytes 100-299/1000");
    expect((await bytesOf(response)).equals(BYTES.subarray(100, 300))).toBe(true);
    expect(server.requests[0]?.headers).toMatchObject({
      range: "bytes=100-299",
      "if-range": '"one"',
    });
  });

  it("says of a part that it has not how long it is", async () => {
    const response = await ask({ range: "bytes=1000-" });
    expect([response.status, response.headers.get("content-range")]).toEqual([416, "bytes */1000"]);
    expect(await response.text()).toBe("");
  });

  it.each([
    ["video/webm", "/film", "video/webm", ".webm"],
    ["VIDEO/MP4; codecs=avc1", "/film", "video/mp4", ".mp4"],
    ["binary/octet-stream", "/a/recording.mp4", "video/mp4", ".mp4"],
    ["application/octet-stream", "/film", "application/octet-stream", ""],
    ["text/html", "/recording.mp4", "application/octet-stream", ""],
    ["image/svg+xml", "/film.webm", "application/octet-stream", ""],
    ["video/x-flv", "/film", "application/octet-stream", ""],
  ])("of the type %s at %s is one of %s", async (type, path, expected, ending) => {
    told["content-type"] = type;
    const { headers } = await ask({}, path);
    expect(headers.get("content-type")).toBe(expected);
    expect(headers.get("content-disposition")).toContain(`recording${ending}"`);
  });

  it.each([
    ["a part without its place", { "content-range": "none" }],
    ["a part of what was compressed", { "content-encoding": "gzip" }],
  ])("is not handed over as %s", async (_, odd) => {
    Object.assign(told, odd);
    const response = await ask({ range: "bytes=0-9" });
    expect([response.status, await response.json()]).toMatchObject([
      502,
      { code: "upstream-unavailable" },
    ]);
  });

  it.each([
    ["file-not-found", 404],
    ["upstream-rate-limited", 503],
    ["key-rejected", 502],
  ] as const)("that cannot be had is a problem: %s", async (code, status) => {
    links = [() => Promise.reject(new UpstreamError(code, "No"))];
    const response = await ask();
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
    links = [() => Promise.reject(new UpstreamError(code, "No"))];
    const page = await ask({ accept: "text/html" });
    expect(page.headers.get("content-type")).toContain("text/html");
  });

  it("is asked for at no address that may not be fetched", async () => {
    links = [() => Promise.resolve({ url: "http://169.254.169.254/film.mp4", name: null })];
    expect((await ask()).status).toBe(502);
  });
});

describe("the part that a request asks for", () => {
  const read = (headers: Record<string, string>) => askedRange(new Headers(headers));

  it.each(["bytes=0-", "bytes=10-20", "bytes=-5"])("is %s", (range) => {
    expect(read({ range })).toEqual({ range, ifRange: null });
    expect(read({ range, "if-range": '"tag"' })).toEqual({ range, ifRange: '"tag"' });
  });

  it.each(["bytes=0-1,5-6", "bytes=-", "bytes=a-b", "items=0-1", "bytes=0-1\t", "bytes = 0-1"])(
    "is all of it for %j",
    (range) => {
      expect(read({ range })?.range.length ?? 0).toBeLessThan(range.length);
    },
  );

  it.each(['W/"weak"', "tag", "Wed, 21 Oct 2026 07:28:00 GMT"])(
    "is all of it where the whole has no strong tag: %s",
    (tag) => {
      expect(read({ range: "bytes=0-", "if-range": tag })).toBeNull();
    },
  );
});
