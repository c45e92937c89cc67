import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import { answerByFastPath } from "./poll-fast-path";
import { JsonBody } from "@/lib/server/tasks/json-body";
import { jsonResponse } from "./json-response";
import { createLogger } from "@/lib/server/observability/logger";

const ID = "0198c2a4-7f31-7d5a-9b1e-3f6a2c4d5e6f";
const LONG = { text: "a".repeat(5000) };
let server: Server | null = null;
const onAnswer = vi.fn();
const told = { log: createLogger("silent"), onAnswer };

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  onAnswer.mockReset();
});

/** A server that leaves to "the framework" what the fast path does not take. */
async function serve(handler: Parameters<typeof answerByFastPath>[0]): Promise<string> {
  const answerPoll = answerByFastPath(handler, told);
  server = createServer((request, response) => {
    if (!answerPoll(request, response)) response.end("the long way");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}`;
}

const json = (value: object) => jsonResponse(new JsonBody(value), {});

describe("the fast path of polls", () => {
  it("hands a poll to its handler with the id, the query and the headers", async () => {
    const origin = await serve(async (request, { params }) => {
      const { taskId } = await params;
      const { search } = new URL(request.url);
      return json({ taskId, search, tag: request.headers.get("if-none-match") });
    });
    const headers = { "if-none-match": '"a"' };
    const answer = await fetch(`${origin}/api/tasks/${ID}?since=a.b&wait=5`, { headers });
    expect(await answer.json()).toEqual({ taskId: ID, search: "?since=a.b&wait=5", tag: '"a"' });
    expect(onAnswer).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["another method", { method: "POST" }, `/api/tasks/${ID}`],
    ["an address below", {}, `/api/tasks/${ID}/output`],
    ["upper case", {}, `/api/tasks/${ID.toUpperCase()}`],
    ["an encoded letter", {}, `/api/tasks/%30${ID.slice(1)}`],
    ["an encoded query", {}, `/api/tasks/${ID}?since=%41`],
    ["two slashes", {}, `//api/tasks/${ID}`],
    ["anything else than an id", {}, "/api/tasks/nope"],
  ])("leaves %s alone", async (_, init, path) => {
    const origin = await serve(() => Promise.resolve(json({})));
    expect(await (await fetch(origin + path, init)).text()).toBe("the long way");
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it("compresses a long body once for all who take it so, and no short one", async () => {
    const body = new JsonBody(LONG);
    const origin = await serve((request) =>
      Promise.resolve(
        jsonResponse(request.url.endsWith("s=1") ? new JsonBody({ a: 1 }) : body, {
          vary: "Cookie",
        }),
      ),
    );
    const long = await fetch(`${origin}/api/tasks/${ID}`);
    expect(long.headers.get("content-encoding")).toBe("gzip");
    expect(Number(long.headers.get("content-length"))).toBeLessThan(100);
    expect(long.headers.get("vary")).toBe("Cookie, Accept-Encoding");
    expect(await long.json()).toEqual(LONG);
    const plain = await fetch(`${origin}/api/tasks/${ID}`, {
      headers: { "accept-encoding": "br, gzip;q=0" },
    });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.json()).toEqual(LONG);
    const short = await fetch(`${origin}/api/tasks/${ID}?s=1`);
    expect(short.headers.get("content-encoding")).toBeNull();
    expect(short.headers.get("content-length")).toBe("7");
  });

  it("makes the bytes of a long body once for all who take it as it is", async () => {
    const body = new JsonBody(LONG);
    const written: unknown[] = [];
    const answerPoll = answerByFastPath(() => Promise.resolve(jsonResponse(body, {})), told);
    server = createServer((request, response) => {
      const end = response.end.bind(response);
      vi.spyOn(response, "end").mockImplementation((body: unknown) => {
        written.push(body);
        return end(body);
      });
      answerPoll(request, response);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const origin = `http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}`;
    for (let reader = 0; reader < 3; reader++) {
      const headers = { "accept-encoding": "identity" };
      expect(await (await fetch(`${origin}/api/tasks/${ID}`, { headers })).json()).toEqual(LONG);
    }
    expect(written).toHaveLength(3);
    expect(written[0]).toBeInstanceOf(Buffer);
    expect(new Set(written).size).toBe(1);
  });

  it("gives an answer without a body, and one that was not written as JSON, as they are", async () => {
    const origin = await serve((request) =>
      Promise.resolve(
        request.url.endsWith("s=1")
          ? new Response("words", { status: 418, headers: { "content-type": "text/plain" } })
          : new Response(null, { status: 304, headers: { etag: '"a"' } }),
      ),
    );
    const unchanged = await fetch(`${origin}/api/tasks/${ID}`);
    expect([unchanged.status, unchanged.headers.get("etag"), await unchanged.text()]).toEqual([
      304,
      '"a"',
      "",
    ]);
    const odd = await fetch(`${origin}/api/tasks/${ID}?s=1`);
    expect([odd.status, await odd.text()]).toEqual([418, "words"]);
  });

  it("tells the handler when the viewer goes away", async () => {
    const signals: AbortSignal[] = [];
    const origin = await serve(({ signal }) => {
      signals.push(signal);
      return new Promise<Response>(() => undefined);
    });
    const viewer = new AbortController();
    const poll = fetch(`${origin}/api/tasks/${ID}`, { signal: viewer.signal });
    await vi.waitFor(() => {
      expect(signals).toHaveLength(1);
    });
    viewer.abort();
    await expect(poll).rejects.toThrow();
    await vi.waitFor(() => {
      expect(signals[0]?.aborted).toBe(true);
    });
  });

  it("cuts the line when a handler fails, rather than pretend an answer", async () => {
    const origin = await serve(() => Promise.reject(new Error("broken")));
    await expect(fetch(`${origin}/api/tasks/${ID}`)).rejects.toThrow();
    expect(onAnswer).not.toHaveBeenCalled();
  });
});
