// @ts-check
import { connect } from "node:net";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { headersOfEvery, REFUSAL } from "./answer-headers.mjs";
import { LIMITS } from "./judge-connections.mjs";
import { send, serverOfTest } from "../test/http-server.mjs";

const { serve, now: running } = serverOfTest();

/** @type {import("node:http").RequestListener} */
const hello = (request, response) => {
  request.resume();
  response.end("hello");
};

const HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\n";

describe("what the parser itself refuses", () => {
  it.each([
    ["no HTTP at all", "hello\r\n\r\n", 400],
    ["HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00", 400],
    ["a header without a colon", `${HEAD}oops\r\n\r\n`, 400],
    ["two lengths", `${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
    ["a length and chunks", `${HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`, 400],
    ["a method of nobody's", "MAKE / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
    ["a header of 20 KB", `${HEAD}A: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["an address of 20 KB", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
    ["CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 405],
    ["an expectation", `${HEAD}Expect: tea\r\n\r\n`, 417],
    ["an upgrade", `${HEAD}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, 400],
    ["an upgrade of //", "GET // HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n\r\n", 400],
    ["an upgrade of /%", "GET /% HTTP/1.1\r\nHost: localhost\r\nUpgrade: h2c\r\n\r\n", 400],
  ])(
    "A16 %s: answered with the headers of every answer, and the socket closed",
    async (_, bytes, status) => {
      for (const PUBLIC_BASE_URL of ["", "https://localhost"]) {
        const port = await serve(hello, { settings: { PUBLIC_BASE_URL } });
        const { text, ms } = await send(port, bytes);
        expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} [A-Z]`));
        const [head = "", body = ""] = text.split("\r\n\r\n");
        const wanted = { ...headersOfEvery(PUBLIC_BASE_URL !== ""), ...REFUSAL };
        for (const [name, value] of Object.entries(wanted)) {
          expect(head.split(`\r\n${name}: ${value}`), name).toHaveLength(2);
        }
        expect(head).toMatch(/\r\nDate: [A-Z][a-z]{2}, /);
        expect(head.includes("Strict-Transport-Security")).toBe(PUBLIC_BASE_URL !== "");
        expect(head).toContain(`\r\nContent-Length: ${String(Buffer.byteLength(body))}`);
        expect(body).toMatch(/^[A-Z][^\n]+\.\n$/);
        expect(ms).toBeLessThan(5000);
        running()?.server.close();
      }
    },
  );

  it("A16 nothing is written into an answer that has begun", async () => {
    const port = await serve((request, response) => {
      request.on("error", () => undefined);
      response.writeHead(200, { "content-length": "100" });
      response.write("half");
    });
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => (text += String(chunk)));
    socket.write(`${HEAD}\r\n`);
    await once(socket, "data");
    socket.write("nonsense\r\n\r\n");
    await once(socket, "close");
    expect(text).toMatch(/^HTTP\/1\.1 200 [^]*half$/);
  });

  it("a body that waits for a word gets it when it is let in, and not when it is refused", async () => {
    const port = await serve(hello);
    const post = (/** @type {string} */ length) =>
      `POST /api/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`;
    expect((await send(port, `${post("2")}ab`)).text).toMatch(
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/,
    );
    expect((await send(port, post("65537"))).text).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe("requests that never end", () => {
  const limits = { ...LIMITS, requestMs: 150 };

  it.each([
    ["half a request line", "GET /", "408"],
    ["half the headers", `${HEAD}Accept: `, "408"],
    [
      "a body that never comes",
      "POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n",
      "408",
    ],
    ["half a request behind a whole one", `${HEAD}\r\nGET / HT`, "200"],
  ])("A17 %s: ended", async (_, bytes, status) => {
    const port = await serve(
      (request, response) => {
        request.resume().once("end", () => response.end("hello"));
      },
      { limits },
    );
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    let text = "";
    socket.on("data", (chunk) => (text += String(chunk)));
    const [whole = "", half] = bytes.split("\r\n\r\nGET");
    socket.write(half === undefined ? bytes : `${whole}\r\n\r\n`);
    if (half !== undefined) {
      await once(socket, "data");
      socket.write(`GET${half}`);
    }
    await once(socket, "close");
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(text).toMatch(/408 Request Timeout/);
  });

  it("A17 one byte at a time does not help", async () => {
    const port = await serve(hello, { limits });
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined).resume();
    const drip = setInterval(() => socket.write("G"), 20);
    await once(socket, "close");
    clearInterval(drip);
  });

  it("a connection without a request is kept, also for longer than a request may take", async () => {
    const port = await serve(hello, { limits });
    expect(running()?.server.keepAliveTimeout).toBeGreaterThan(65_000);
    expect(running()?.server.headersTimeout).toBeGreaterThan(
      running()?.server.keepAliveTimeout ?? Infinity,
    );
    const socket = connect(port, "127.0.0.1");
    for (let round = 0; round < 2; round++) {
      await sleep(400);
      socket.write(`${HEAD}\r\n`);
      const [chunk] = await once(socket, "data");
      expect(String(chunk)).toMatch(/^HTTP\/1\.1 200 /);
    }
    socket.destroy();
  });

  it("an answer that takes longer than a request may is waited for", async () => {
    const port = await serve(
      (_, response) => {
        setTimeout(() => response.end("late"), 500);
      },
      { limits },
    );
    expect(await (await fetch(`http://127.0.0.1:${String(port)}/`)).text()).toBe("late");
  });
});
