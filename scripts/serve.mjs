// @ts-check
// The process that answers: Next as a custom server, with a short way for the one request that every viewer repeats.
import { createServer } from "node:http";
import process from "node:process";
import next from "next";
import { frontDoor } from "./front-door.mjs";

/** Open requests may end within this time after a signal, in milliseconds; an answer may be held for 25 s. */
const LAST_ANSWERS_MS = 26_000;

const hostname = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || "3000");

const app = next({ dev: false, hostname, port });
await app.prepare();
const answer = app.getRequestHandler();
/**
 * The short way of polls, as soon as the framework has set the server up, which it does at its first request.
 * @returns {import("../lib/server/http/answer-poll").PollAnswerer | undefined}
 */
const pollAnswerer = () => Reflect.get(globalThis, Symbol.for("sightglass.poll-answerer"));

const server = createServer(
  frontDoor((request, response) => {
    if (pollAnswerer()?.(request, response) !== true) void answer(request, response);
  }),
);
server.listen(port, hostname, () => {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  console.log(`Sightglass listens on http://${host}:${String(port)}`);
});

let isStopping = false;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), LAST_ANSWERS_MS).unref();
  });
}
