// @ts-check
import { once } from "node:events";
import { connect } from "node:net";
import { afterEach } from "vitest";
import { createHttpServer } from "../server/http-server.mjs";

/**
 * A server with the request guard on a free port of this machine, for a test.
 * @param {import("node:http").RequestListener} inner
 * @param {Partial<Parameters<typeof createHttpServer>[1]>} options
 */
export async function listen(inner, options = {}) {
  const stopping = new AbortController();
  const made = createHttpServer(inner, {
    settings: {},
    stopping: stopping.signal,
    sweepMs: 20,
    ...options,
  });
  made.server.listen(0, "127.0.0.1");
  await once(made.server, "listening");
  const address = made.server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return { ...made, stopping, port };
}

/**
 * The server of one test at a time: `serve` starts it, and it ends with its test.
 */
export function serverOfTest() {
  /** @type {Awaited<ReturnType<typeof listen>> | null} */
  let open = null;
  afterEach(() => {
    open?.connections.closeAll();
    open?.server.close();
    open = null;
  });
  return {
    /** @param {Parameters<typeof listen>} given */
    serve: async (...given) => {
      open = await listen(...given);
      return open.port;
    },
    now: () => open,
  };
}

/**
 * Sends bytes as they are and takes down what comes back, until the server ends the connection.
 * @param {number} port
 * @param {string} bytes
 * @returns {Promise<{ text: string, ms: number }>}
 */
export async function send(port, bytes) {
  const started = performance.now();
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(bytes);
  let text = "";
  socket.on("data", (chunk) => (text += String(chunk)));
  await once(socket, "close");
  return { text, ms: performance.now() - started };
}
