// @ts-check
import { connectionsToEnd } from "./judge-connections.mjs";

/**
 * @typedef {import("node:net").Socket} Socket
 * @typedef {import("./judge-connections.mjs").ConnectionFacts} ConnectionFacts
 * @typedef {{ request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse, since: number }} Exchange
 * @typedef {ConnectionFacts & { socket: Socket, exchanges: Set<Exchange>, bytesAtRest: number, queue: string }} Connection
 */

/** The open connections of a server and what is being answered on each. */
export class Connections {
  /** @type {Map<Socket, Connection>} */
  #open = new Map();

  /**
   * @param {import("node:http").Server} server
   * @param {() => number} now
   */
  constructor(server, now) {
    this.now = now;
    server.on("connection", (socket) => {
      this.#open.set(socket, {
        socket,
        exchanges: new Set(),
        bytesAtRest: 0,
        queue: "",
        requestSince: null,
        unsentBytes: 0,
        progressAt: now(),
      });
      socket.once("close", () => this.#open.delete(socket));
    });
  }

  /**
   * Notes a request, until its answer has left or its connection has ended.
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  note(request, response) {
    const connection = this.#open.get(request.socket);
    if (connection === undefined) return;
    const exchange = { request, response, since: this.now() };
    connection.exchanges.add(exchange);
    response.once("close", () => {
      connection.exchanges.delete(exchange);
      connection.bytesAtRest = connection.socket.bytesRead;
    });
  }

  /** How many answers are under way. */
  get answering() {
    let count = 0;
    for (const { exchanges } of this.#open.values()) count += exchanges.size;
    return count;
  }

  /**
   * The answers that are under way on a connection.
   * @param {import("node:stream").Duplex} socket
   */
  responsesOn(socket) {
    const connection = this.#open.get(/** @type {Socket} */ (socket));
    return [...(connection?.exchanges ?? [])].map(({ response }) => response);
  }

  /** Ends the connections on which nothing is asked and nothing under way. */
  closeIdle() {
    for (const { socket, exchanges, bytesAtRest } of this.#open.values()) {
      if (exchanges.size === 0 && socket.bytesRead === bytesAtRest) socket.destroy();
    }
  }

  /** Ends all. */
  closeAll() {
    for (const socket of this.#open.keys()) socket.destroy();
  }

  /**
   * Looks at every connection once; the sockets that have to end, and why.
   * @param {Readonly<import("./judge-connections.mjs").ConnectionLimits>} limits
   */
  sweep(limits) {
    const now = this.now();
    for (const connection of this.#open.values()) measure(connection, now);
    return connectionsToEnd([...this.#open.values()], now, limits);
  }
}

/**
 * @param {Connection} connection
 * @param {number} now
 */
function measure(connection, now) {
  const { socket, exchanges, bytesAtRest } = connection;
  const unread = [...exchanges].filter(({ request }) => !request.complete);
  if (unread.length > 0) {
    connection.requestSince = Math.min(...unread.map(({ since }) => since));
  } else if (exchanges.size === 0 && socket.bytesRead > bytesAtRest) {
    connection.requestSince ??= now;
  } else {
    connection.requestSince = null;
  }
  connection.unsentBytes = socket.writableLength;
  for (const { response } of exchanges) {
    // Behind an answer before it, an answer waits without a socket.
    if (response.socket === null) connection.unsentBytes += response.writableLength;
  }
  const queue = `${String(socket.writableLength)} ${String(inKernelsWay(socket))}`;
  if (connection.unsentBytes === 0 || queue !== connection.queue) connection.progressAt = now;
  connection.queue = queue;
}

/**
 * What of the current write the kernel has not taken yet, which Node's own timeout of sockets goes by as well:
 * `writableLength` changes only when a whole write has left, and a write may be a body of megabytes.
 * @param {Socket} socket
 */
function inKernelsWay(socket) {
  const handle = /** @type {unknown} */ (Reflect.get(socket, "_handle"));
  return handle instanceof Object ? Number(Reflect.get(handle, "writeQueueSize")) : 0;
}
