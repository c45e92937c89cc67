import { lookup } from "node:dns";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startTestServer, type TestServer } from "@/test/upstream/server";
import { createAssetClient, type AssetClient, guardedLookup } from "./asset-client";
import { readBytes } from "./read-bytes";

vi.mock("node:dns", async (original) => ({ ...(await original<object>()), lookup: vi.fn() }));

let server: TestServer;
let client: AssetClient;
const signal = new AbortController().signal;

beforeEach(async () => {
  server = await startTestServer((_, response) => response.end("bytes"));
  client = createAssetClient({ baseUrl: `${server.origin}/api/v2`, assetHosts: [] });
});

afterEach(() => server.close());

function redirectTo(...targets: string[]): void {
  server.answer = (request, response) => {
    const target =
      targets[Number(new URL(request.url ?? "", server.origin).searchParams.get("hop") ?? 0)];
    if (target === undefined) response.end("bytes");
    else response.writeHead(302, { location: target }).end();
  };
}

async function textOf(address: string): Promise<string> {
  const answer = await client(address, signal);
  if (!answer.ok) return answer.reason;
  const read = await readBytes(answer.message, 1000);
  return read.ok ? new TextDecoder().decode(read.bytes) : read.reason;
}

it("D23 passes the query byte for byte and sends no key", async () => {
  expect(await textOf(`${server.origin}/a.png?sig=a+b%2B%20'c'`)).toBe("bytes");
  expect(server.requests[0]?.url).toBe("/a.png?sig=a+b%2B%20'c'");
  expect(Object.keys(server.requests[0]?.headers ?? {}).join()).not.toMatch(
    /key|cookie|authorization/,
  );
});

it("follows two redirects and no third", async () => {
  redirectTo("/?hop=1", `${server.origin}/?hop=2`);
  expect(await textOf(`${server.origin}/`)).toBe("bytes");
  redirectTo("/?hop=1", "/?hop=2", "/?hop=3");
  expect(await textOf(`${server.origin}/`)).toBe("unreachable");
});

it.each([
  "http://169.254.169.254/",
  "https://10.0.0.1/",
  "http://localhost:22/",
  "file:///etc/passwd",
  "//evil.example/",
])("D23 does not follow a redirect to %s", async (target) => {
  redirectTo(target);
  expect(await textOf(`${server.origin}/`)).toBe("refused-address");
  expect(server.requests).toHaveLength(1);
});

it("gives up when the headers do not come", async () => {
  server.answer = () => undefined;
  client = createAssetClient({ baseUrl: server.origin, assetHosts: [] }, 100);
  expect(await textOf(`${server.origin}/`)).toBe("timeout");
});

it("tells a body that was cut off from a whole one", async () => {
  server.answer = (_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("short");
    setTimeout(() => response.destroy(), 20);
  };
  expect(await textOf(`${server.origin}/`)).toBe("cut-off");
});

it("stops the other side when the reader goes away", async () => {
  const gone = new Promise((resolve) => {
    server.answer = (_, response) => {
      response.write("first");
      response.on("close", resolve);
    };
  });
  const controller = new AbortController();
  await client(`${server.origin}/`, controller.signal);
  controller.abort();
  await gone;
});

type Resolved = { error: Error | null; addresses: unknown };

function resolve(answers: { address: string; family: number }[]): Promise<Resolved> {
  vi.mocked(lookup).mockImplementation(((
    _: string,
    __: object,
    callback: (...all: unknown[]) => void,
  ) => {
    callback(null, answers);
  }) as unknown as typeof lookup);
  return new Promise((settle) => {
    guardedLookup("name.example", { all: true }, (error, addresses) => {
      settle({ error, addresses });
    });
  });
}

it("D22 refuses a name that resolves to a private address, be it one of several", async () => {
  const open = { address: "93.184.216.34", family: 4 };
  expect(await resolve([open])).toEqual({ error: null, addresses: [open] });
  for (const address of ["10.0.0.1", "127.0.0.1", "169.254.169.254"]) {
    expect((await resolve([open, { address, family: 4 }])).error).toMatchObject({ code: "EACCES" });
  }
  expect((await resolve([{ address: "::ffff:10.0.0.1", family: 6 }])).error).not.toBeNull();
  expect((await resolve([])).error).not.toBeNull();
});

it("D22 does not connect to a public name that leads to this machine", async () => {
  vi.mocked(lookup).mockImplementation(((
    _: string,
    __: object,
    callback: (...all: unknown[]) => void,
  ) => {
    callback(null, [{ address: "127.0.0.1", family: 4 }]);
  }) as unknown as typeof lookup);
  expect(await textOf("https://rebind.example/")).toBe("unreachable");
  expect(server.requests).toEqual([]);
});

it("D22 resolves a name once for a connection, so that a second answer changes nothing", async () => {
  const open = { address: "93.184.216.34", family: 4 };
  vi.mocked(lookup).mockClear();
  expect((await resolve([open])).addresses).toEqual([open]);
  expect(lookup).toHaveBeenCalledTimes(1);
});

it.each(["https://localhost./", "https://localhost/", "https://name.internal/"])(
  "D21 connects nowhere for %s, whose name leads into this network",
  async (address) => {
    vi.mocked(lookup).mockImplementation(((
      _: string,
      __: object,
      callback: (...all: unknown[]) => void,
    ) => {
      callback(null, [{ address: "127.0.0.1", family: 4 }]);
    }) as unknown as typeof lookup);
    expect(await textOf(address)).toBe("unreachable");
    expect(server.requests).toEqual([]);
  },
);
