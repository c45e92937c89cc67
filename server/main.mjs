// @ts-check
// The one way in: a plain HTTP server with the framework inside, in development as in production.
import { existsSync } from "node:fs";
import { Server } from "node:http";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import nextEnv from "@next/env";
import { basePathOf, withBasePath } from "./base-path.mjs";
import { createHttpServer } from "./http-server.mjs";
import { listenProblem } from "./listen-problem.mjs";
import { processLink } from "./process-link.mjs";
import { stopOnSignals } from "./stopping.mjs";
import { warmUp } from "./warm-up.mjs";

const MODES = ["--dev", "--prod"];
const [, , mode = ""] = process.argv;
if (!MODES.includes(mode)) fail(`Usage: node server/main.mjs ${MODES.join(" | ")}`);
const isDev = mode === "--dev";

// Left alone, V8 lets the heap grow to several times of what is in use before it looks for garbage.
setFlagsFromString("--heap-growing-percent=40");
Reflect.set(process.env, "NODE_ENV", isDev ? "development" : "production");
Reflect.set(process.env, "NEXT_TELEMETRY_DISABLED", "1");
nextEnv.loadEnvConfig(process.cwd(), isDev, { info: () => undefined, error: console.error });

if (!isDev && !existsSync(".next/BUILD_ID")) fail("There is no build yet. Run: npm run build");
const hostname = process.env.HOST || "127.0.0.1";
const port = process.env.PORT || "3000";
const problem = await listenProblem("PORT", hostname, port);
if (problem !== null) fail(problem);

const link = processLink();
// It reads NODE_ENV when it is loaded. Upgrades it would take over from the server that listens, past the request
// guard; so it gets a server that does not listen.
const { default: next } = await import("next");
const upgrades = new Server();
const app = next({ dev: isDev, hostname, port: Number(port), httpServer: upgrades });
await app.prepare();
const handle = app.getRequestHandler();
const basePath = basePathOf(process.env.PUBLIC_BASE_URL);

/** @type {import("node:http").RequestListener} */
const answer = (request, response) => {
  // The framework takes an address as people have it.
  request.url = withBasePath(basePath, request.url ?? "/");
  void handle(request, response);
};

const { server, connections } = createHttpServer(
  (request, response) => {
    // While somebody develops, each request runs the code as it is now.
    if (isDev || link.answerPoll?.(request, response) !== true) answer(request, response);
  },
  {
    settings: process.env,
    stopping: link.stopping.signal,
    ...(isDev ? { upgrades } : {}),
  },
);

await warmUp(answer, isDev ? ["/healthz"] : ["/healthz", "/sign-in"]);
if (link.app === null) fail("The framework did not run instrumentation.ts, which makes the app.");

stopOnSignals(server, connections, link.stopping, isDev);
server.listen(Number(port), hostname, () => {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  const address = server.address();
  const bound = typeof address === "object" ? address?.port : port;
  console.log(`Sightglass listens on http://${host}:${String(bound)}`);
});

/**
 * @param {string} words
 * @returns {never}
 */
function fail(words) {
  console.error(words);
  process.exit(1);
}
