// @ts-check
import { Agent, get } from "node:http";
import { gunzipSync } from "node:zlib";

const TIMEOUT_MS = 20_000;

/**
 * What a viewer polls. `speaksDelta`: it says what it has already, as the product's page does; `longPollSeconds`: and
 * that an answer without news may be held that long.
 * @typedef {{ origin: string, path: string, speaksDelta: boolean, longPollSeconds?: number }} Watched
 */

/**
 * One answer. `bytes` is the body before compression; `wireBytes` is all that came over the connection, headers
 * included; `isDelta`: it holds changes alone; `fetchedAt` is when the server last heard of the task, epoch
 * milliseconds.
 * @typedef {{ status: number, bytes: number, wireBytes: number, isDelta: boolean, fetchedAt: number | null, body: Buffer }} Poll
 */

/**
 * What an answer leaves behind for the next poll. A label on the answer is not in its revision, so a labelled
 * one must not be confirmed without a body.
 * @typedef {{ revision: string, isStale: boolean }} Base
 */

/**
 * A viewer with a connection of its own. Each call of what it returns polls once; rejects when no answer comes.
 * @param {Watched} watched
 */
export function createViewer({ origin, path, speaksDelta, longPollSeconds = 0 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  /** @type {Base | null} */
  let base = null;

  /** @returns {Promise<Poll>} */
  return async () => {
    const { query, headers } = askSince(base, longPollSeconds);
    const { status, wire, wireBytes, encoding, fetchedAt } = await fetchOnce(
      origin + path + query,
      headers,
      agent,
    );
    const body = encoding === "gzip" && wire.length > 0 ? gunzipSync(wire) : wire;
    const head = speaksDelta && status === 200 ? readHead(body.toString()) : null;
    if (head !== null) base = head;
    const isDelta = head?.isDelta === true;
    return { status, bytes: body.length, wireBytes, isDelta, fetchedAt, body };
  };
}

/**
 * What a poll says of the answer before.
 * @param {Base | null} base
 * @param {number} [longPollSeconds]
 * @returns {{ query: string, headers: Record<string, string> }}
 */
export function askSince(base, longPollSeconds = 0) {
  if (base === null) return { query: "", headers: {} };
  const wait = longPollSeconds > 0 && !base.isStale ? `&wait=${String(longPollSeconds)}` : "";
  return {
    query: `?since=${encodeURIComponent(base.revision)}${wait}`,
    headers: base.isStale ? {} : { "if-none-match": `"${base.revision}"` },
  };
}

/**
 * Reads what an answer leaves behind. One that does not say that it is a delta is a whole snapshot.
 * @param {string} body
 * @returns {Base & { isDelta: boolean }}
 */
export function readHead(body) {
  const { revision, stale, delta } = JSON.parse(body);
  return {
    revision: String(revision),
    isStale: stale !== undefined && stale !== null,
    isDelta: delta === true,
  };
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {Agent} agent
 * @returns {Promise<{ status: number, wire: Buffer, wireBytes: number, encoding: string, fetchedAt: number | null }>}
 */
function fetchOnce(url, headers, agent) {
  return new Promise((resolve, reject) => {
    const call = get(url, {
      agent,
      headers: { ...headers, "accept-encoding": "gzip" },
      timeout: TIMEOUT_MS,
    });
    let readBefore = 0;
    call.on("socket", (socket) => (readBefore = socket.bytesRead));
    call.on("timeout", () => call.destroy(new Error("timeout")));
    call.on("error", reject);
    call.on("response", (answer) => {
      const { socket } = answer;
      /** @type {Buffer[]} */
      const chunks = [];
      answer.on("data", (/** @type {Buffer} */ chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        resolve({
          status: answer.statusCode ?? 0,
          wire: Buffer.concat(chunks),
          wireBytes: socket.bytesRead - readBefore,
          encoding: answer.headers["content-encoding"] ?? "",
          fetchedAt: toTime(answer.headers["x-fetched-at"]),
        });
      });
    });
  });
}

/** @param {string | string[] | undefined} header */
function toTime(header) {
  const time = Date.parse(String(header));
  return Number.isNaN(time) ? null : time;
}
