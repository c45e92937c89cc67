// @ts-check
import { STATUS_CODES } from "node:http";
import { REFUSAL } from "./answer-headers.mjs";

/** A client may take so long to read a refusal, in milliseconds. */
const LINGER_MS = 1000;

/**
 * What each error of Node's parser and clock is answered with; every other one is a request that cannot be read.
 * @type {Readonly<Record<string, { status: number, words: string }>>}
 */
const REFUSALS = {
  HPE_HEADER_OVERFLOW: { status: 431, words: "The headers are too long." },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, words: "The request is too large." },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, words: "The request took too long to arrive." },
};

/**
 * The refusal for an error of a connection.
 * @param {string | undefined} code
 */
export function refusalFor(code) {
  return REFUSALS[code ?? ""] ?? { status: 400, words: "The request cannot be read." };
}

/**
 * A refusal as it goes over the wire, for connections on which there is no request to answer.
 * @param {{ status: number, words: string }} refusal
 * @param {Readonly<Record<string, string>>} always
 */
export function bareAnswer({ status, words }, always) {
  const body = `${words}\n`;
  const headers = Object.entries({
    ...always,
    ...REFUSAL,
    Date: new Date().toUTCString(),
    "Content-Length": String(Buffer.byteLength(body)),
  });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ""}\r\n${lines}\r\n${body}`;
}

/**
 * Says the last words on a connection and ends it, whether or not the other side does.
 * @param {import("node:stream").Duplex} socket
 * @param {string} words
 */
export function endWith(socket, words) {
  socket.end(words);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
