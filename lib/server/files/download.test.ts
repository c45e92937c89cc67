import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAssetClient, type AssetClient } from "@/lib/server/assets/asset-client";
import { startTestServer, type TestServer } from "@/test/upstream/server";
import { downloadResponse } from "./download-response";
import { openDownload } from "./open-download";

const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
let server: TestServer;
let client: AssetClient;
const signal = new AbortController().signal;

beforeEach(async () => {
  server = await startTestServer((_, response) => response.end(BYTES));
  client = createAssetClient({ baseUrl: server.origin, assetHosts: [] });
});

afterEach(() => server.close());

const link = (path = "/file") => Promise.resolve({ url: `${server.origin}${path}`, name: "a.bin" });

async function download(): Promise<Response> {
  const opened = await openDownload(() => link(), client, signal);
  if (!opened.ok) throw new Error(opened.code);
  return downloadResponse(opened.message, 'na"me 日.bin');
}

it("streams the exact bytes as an attachment that nothing opens", async () => {
  const response = await download();
  expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
  const headers = Object.fromEntries(response.headers);
  expect(headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "content-length": String(BYTES.length),
  });
  expect(headers["content-disposition"]).toMatch(/^attachment; .*filename\*=UTF-8''/);
});

it("hands over what was compressed for storage, and no wrong length", async () => {
  server.answer = (_, response) => {
    const packed = gzipSync(BYTES);
    response.writeHead(200, { "content-encoding": "gzip", "content-length": packed.length });
    response.end(packed);
  };
  const response = await download();
  expect(response.headers.get("content-length")).toBeNull();
  expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
});

it.each([
  ["with a length", { "content-length": String(BYTES.length) }],
  ["in chunks", {}],
  ["compressed", { "content-encoding": "gzip" }],
])("fails when the file is cut off %s", async (_, headers) => {
  server.answer = (__, response) => {
    response.writeHead(200, headers);
    const bytes = "content-encoding" in headers ? gzipSync(BYTES) : BYTES;
    response.write(bytes.subarray(0, 1000));
    setTimeout(() => response.destroy(), 20);
  };
  await expect((await download()).arrayBuffer()).rejects.toThrow();
});

it("stops the storage when the client goes away", async () => {
  const gone = new Promise((resolve) => {
    server.answer = (_, response) => {
      response.write(BYTES);
      response.on("close", resolve);
    };
  });
  const reader = (await download()).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await gone;
});

it("asks for a new link once when the first is refused", async () => {
  server.answer = (request, response) => {
    if (request.url === "/new") response.end("fresh");
    else response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
  };
  const getLink = vi.fn(() => link(getLink.mock.calls.length === 1 ? "/old" : "/new"));
  const opened = await openDownload(getLink, client, signal);
  expect(opened.ok).toBe(true);
  expect(getLink).toHaveBeenCalledTimes(2);
  getLink.mockImplementation(() => link("/old"));
  expect(await openDownload(getLink, client, signal)).toEqual({
    ok: false,
    code: "file-not-found",
  });
  expect(getLink).toHaveBeenCalledTimes(4);
});

it("never hands an error page of the storage over", async () => {
  server.answer = (_, response) => response.writeHead(500).end("oops");
  expect(await openDownload(() => link(), client, signal)).toEqual({
    ok: false,
    code: "upstream-unavailable",
  });
});
