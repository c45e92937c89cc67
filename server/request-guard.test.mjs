// @ts-check
import { describe, expect, it } from "vitest";
import { listen, send } from "../test/http-server.mjs";

describe("below a base path", () => {
  const settings = { PUBLIC_BASE_URL: "https://sight.example/tools/glass" };
  const ask = async (/** @type {string} */ first, host = "sight.example") => {
    const { port, server } = await listen(
      (request, response) => {
        request.resume();
        response.end(request.url);
      },
      { settings },
    );
    const lines = `${first} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\nConnection: close`;
    const { text } = await send(port, `${lines}\r\n\r\n`);
    server.close();
    return [Number(text.split(" ")[1]), text.split("\r\n\r\n")[1]];
  };

  it.each([
    ["GET /tools/glass/tasks/a?step=2", "/tasks/a?step=2"],
    ["GET /tasks/a?step=2", "/tasks/a?step=2"],
    ["GET /tools/glass", "/"],
    ["GET /tools/glass/", "/"],
    ["GET /tools/glass?a", "/?a"],
    ["GET /", "/"],
    ["POST /tools/glass/api/session", "/api/session"],
    ["POST /api/session", "/api/session"],
    ["GET /tools/glass/tools/glass/a", "/tools/glass/a"],
    ["GET /tools/glasses", "/tools/glasses"],
  ])("%s is one for %s, whether or not a proxy took the base path away", async (first, path) => {
    expect(await ask(first)).toEqual([200, path]);
  });

  it.each([
    ["GET /tools/glass//tasks", 400],
    ["GET /tools/glass/%", 400],
    ["POST /tools/glass/tasks/a", 405],
    ["POST /tools/api/session", 405],
  ])("%s is refused as it is without one", async (first, status) => {
    expect((await ask(first))[0]).toBe(status);
  });

  it("answers probes under any host name, and nothing else", async () => {
    for (const path of ["/tools/glass/readyz", "/readyz", "/tools/glass/metrics"]) {
      expect((await ask(`GET ${path}`, "10.0.0.7"))[0], path).toBe(200);
    }
    for (const path of ["/tools/glass", "/tools/glass/readyz/x", "/tools/readyz"]) {
      expect((await ask(`GET ${path}`, "10.0.0.7"))[0], path).toBe(421);
    }
  });
});
