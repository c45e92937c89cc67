import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { jsonResponse } from "./json-response";

const LARGE = { text: "a".repeat(5000) };
const asking = (encoding?: string) =>
  new Request(
    "http://127.0.0.1/",
    encoding === undefined ? {} : { headers: { "accept-encoding": encoding } },
  );

describe("a JSON answer", () => {
  it.each(["gzip", "br, gzip;q=0.5", "GZIP ; q=1.0, *"])("is packed for %s", async (encoding) => {
    const response = await jsonResponse(LARGE, asking(encoding), { etag: '"a"' });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("etag")).toBe('"a"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(LARGE);
  });

  it.each([undefined, "br", "gzip;q=0", "gzip; q=0.00", "gzipped"])(
    "is sent as it is for %s",
    async (encoding) => {
      const response = await jsonResponse(LARGE, asking(encoding), {});
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(await response.json()).toEqual(LARGE);
    },
  );

  it("is not packed when it is small", async () => {
    const response = await jsonResponse({ a: 1 }, asking("gzip"), {});
    expect(await response.text()).toBe('{"a":1}');
  });

  it("is written once for all who get the same object", async () => {
    let written = 0;
    const body = { text: "b".repeat(5000), toJSON: () => (written++, "c".repeat(2000)) };
    await Promise.all([1, 2, 3].map(() => jsonResponse(body, asking("gzip"), {})));
    expect(written).toBe(1);
  });
});
