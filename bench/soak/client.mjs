// @ts-check
import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";

/** No answer takes longer; an answer that is held is given after 5 seconds. */
const TIMEOUT_MS = 40_000;

/**
 * One answer: its status, or 0 with the reason in `code` when none came; `code` of a problem document; times in epoch
 * milliseconds.
 * @typedef {{ status: number, code: string, asked: number, answered: number, cookies: string[], json: any }} Answer
 *
 * @typedef {{ method?: string, body?: object, headers?: Record<string, string> }} Ask
 */

/**
 * A browser of its own: its connections, and its cookies. `close` cuts the connections wherever an answer is.
 * @param {string} origin
 * @param {string} [cookie]
 */
export function createClient(origin, cookie = "") {
  const agent = new Agent({ keepAlive: true });
  let isClosed = false;
  return {
    /**
     * @param {string} path
     * @param {Ask} [ask]
     * @returns {Promise<Answer>}
     */
    ask: (path, ask = {}) => askOnce(agent, origin, path, ask, cookie),
    close: () => {
      isClosed = true;
      agent.destroy();
    },
    isClosed: () => isClosed,
  };
}

/** @typedef {ReturnType<typeof createClient>} Client */

/**
 * @param {Agent} agent
 * @param {string} origin
 * @param {string} path
 * @param {Ask} ask
 * @param {string} cookie
 * @returns {Promise<Answer>}
 */
function askOnce(agent, origin, path, { method = "GET", body, headers = {} }, cookie) {
  const asked = Date.now();
  const text = body === undefined ? "" : JSON.stringify(body);
  return new Promise((resolve) => {
    const settle = (/** @type {Partial<Answer>} */ answer) =>
      resolve({
        status: 0,
        code: "",
        cookies: [],
        json: null,
        asked,
        answered: Date.now(),
        ...answer,
      });
    const call = request(origin + path, {
      method,
      agent,
      timeout: TIMEOUT_MS,
      headers: {
        "accept-encoding": "gzip",
        ...(cookie === "" ? {} : { cookie }),
        ...(method === "GET" ? {} : { origin, "content-length": Buffer.byteLength(text) }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
    });
    call.on("timeout", () => call.destroy(new Error("timeout")));
    call.on("error", (error) => settle({ code: reasonOf(error) }));
    call.on("response", (answer) => {
      /** @type {Buffer[]} */
      const chunks = [];
      answer.on("data", (/** @type {Buffer} */ chunk) => chunks.push(chunk));
      answer.on("error", (error) => settle({ code: reasonOf(error) }));
      answer.on("end", () => {
        const json = readJson(Buffer.concat(chunks), answer.headers);
        const cookies = answer.headers["set-cookie"] ?? [];
        settle({ status: answer.statusCode ?? 0, code: String(json?.code ?? ""), cookies, json });
      });
    });
    call.end(text);
  });
}

/** @param {Error & { code?: string }} error */
function reasonOf(error) {
  return error.code ?? error.message;
}

/**
 * @param {Buffer} wire
 * @param {import("node:http").IncomingHttpHeaders} headers
 */
function readJson(wire, headers) {
  if (wire.length === 0 || !/json/.test(headers["content-type"] ?? "")) return null;
  const body = headers["content-encoding"] === "gzip" ? gunzipSync(wire) : wire;
  return JSON.parse(body.toString());
}

/**
 * The pairs of `Set-Cookie` headers as a `Cookie` header.
 * @param {readonly string[]} cookies
 */
export function cookieHeader(cookies) {
  return cookies.map((cookie) => cookie.split(";", 1)[0]).join("; ");
}
