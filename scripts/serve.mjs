// @ts-check
// The process that answers: Next as a custom server, with a fast path for the one request that every viewer repeats.
import { Server } from "node:http";
import process from "node:process";
import next from "next";
import { createHttpServer } from "./http-server.mjs";
import { processLink } from "./process-link.mjs";
import { STOP, stopServer } from "./stopping.mjs";

/**
 * A second signal ends the process at once, but not one that comes so soon, in milliseconds: terminals and service
 * managers tell every process of a group, and the starter passes on what it is told.
 */
const SAME_SIGNAL_MS = 500;

const hostname = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || "3000");
const link = processLink();
const { stopping } = link;

// Next would take upgrades over from the server that listens, past the request guard; it gets one that does not.
const app = next({ dev: false, hostname, port, httpServer: new Server() });
await app.prepare();
const answer = app.getRequestHandler();
/** Specs ask for a mark on what took the fast path; nothing else may tell. */
const isMarked = process.env.MARK_FAST_PATH === "1";

const { server, connections } = createHttpServer(
  (request, response) => {
    // There as soon as the framework has set the server up, which it does at its first request.
    if (link.answerPoll?.(request, response) !== true) void answer(request, response);
    else if (isMarked) response.setHeader("Server-Timing", "fast-path");
  },
  { settings: process.env, stopping: stopping.signal },
);
server.listen(port, hostname, () => {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  console.log(`Sightglass listens on http://${host}:${String(port)}`);
});

let askedAt = -Infinity;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    const now = performance.now();
    if (stopping.signal.aborted) {
      if (now - askedAt > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    askedAt = now;
    void stopServer(server, connections, stopping, STOP).then((cut) => {
      if (cut > 0) console.error(`Stopped with ${String(cut)} answers cut.`);
      process.exit(cut === 0 ? 0 : 1);
    });
  });
}
