import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerAsset } from "./assets";
import { answerControl } from "./control";
import { createTask, startClock } from "./emulated-task";
import { send, takeFault } from "./faults";
import { hostileLivePage } from "./hostile-live-page";
import { livePage, liveState } from "./live-page";
import { ranged } from "./ranged";
import { detail, type Reply } from "./reply";
import type { RecordedRun } from "./runs-folder";
import { SCENARIOS } from "./scenarios/all-scenarios";
import { answerUpstream } from "./upstream-routes";
import { answerV4 } from "./v4/routes";
import { World } from "./world";

const API = "/api/v2";
const API_V4 = "/api/v4";
/** Control calls patch tasks with the largest fields that an answer may have. */
const LARGEST_BODY = 40_000_000;

/** How to start an emulator. Port 0 takes any free one. */
export type EmulatorOptions = {
  host?: string;
  port?: number;
  key?: string;
  /** Recorded runs to serve beside the scenarios, replayed at `speed` times their own pace. */
  runs?: readonly RecordedRun[];
  speed?: number;
  /**
   * When the samples were made, epoch milliseconds. Those that wait for a reader begin at that time by
   * themselves, so that an emulator that is started again goes on where the last one was.
   */
  startedAt?: number;
};

/** A running emulator. */
export type Emulator = {
  origin: string;
  /** What `BROWSER_USE_BASE_URL` is set to. */
  baseUrl: string;
  /** Where the runs of v4 are. */
  v4BaseUrl: string;
  key: string;
  samples: ReturnType<World["table"]>;
  close: () => Promise<void>;
};

/** Starts the upstream's stand-in. Rejects when the port is taken. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = "127.0.0.1", port = 0, key = "bu_emulator_key", runs = [], speed = 1 } = options;
  const world = new World(SCENARIOS);
  const { startedAt } = options;
  const now = Date.now();
  world.addSamples(startedAt ?? now);
  for (const { script, contract, id, sessionId } of runs) {
    world.addSample(createTask({ script, contract, id, sessionId, now, name: id, speed }));
  }
  if (startedAt !== undefined) for (const task of world.samples) startClock(task, startedAt);
  const server = createServer((request, response) => {
    serve(world, request, response, key, originOf(server, host)).catch((error: unknown) => {
      // A call that breaks the emulator must not take the other tests down with it.
      console.error(error);
      response.destroy();
    });
  });
  // A caller that was busy for five seconds would meet the end of the connection that it has kept.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const origin = originOf(server, host);
  return {
    origin,
    baseUrl: origin + API,
    v4BaseUrl: origin + API_V4,
    key,
    samples: world.table(now),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function serve(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  origin: string,
): Promise<void> {
  const { url: target = "/", method = "GET" } = request;
  const url = URL.canParse(origin + target) ? new URL(origin + target) : null;
  const path = url?.pathname ?? target;
  const body = await readJson(request);
  const now = Date.now();
  const reply =
    url === null
      ? detail(400, "Bad Request")
      : await answer({ world, request, url, target, body, key, origin, now });
  const fault = path.startsWith("/__emulator") ? null : takeFault(world.faults, method, path, now);
  const hasKey = request.headers["x-browser-use-api-key"] !== undefined;
  const status = fault?.kind === "status" ? fault.status : reply.status;
  const query = url?.search.slice(1) ?? "";
  world.note({ method, path, query, status, hasKey, at: new Date(now).toISOString() });
  await send(response, reply, fault);
}

type Ask = {
  world: World;
  request: IncomingMessage;
  url: URL;
  target: string;
  body: unknown;
  key: string;
  origin: string;
  now: number;
};

async function answer({
  world,
  request,
  url,
  target,
  body,
  key,
  origin,
  now,
}: Ask): Promise<Reply> {
  const path = url.pathname;
  const method = request.method ?? "GET";
  if (path.startsWith("/__emulator/")) {
    // A page that a browser happens to show must not steer a test run.
    if (request.headers.origin !== undefined) return detail(403, "Not for browsers");
    return answerControl(world, method, url, body, now);
  }
  if (path.startsWith("/assets/")) {
    return ranged(await answerAsset(world, target, now), request.headers);
  }
  if (path.startsWith("/live/")) return answerLive(world, path, origin, now);
  const base = [API, API_V4].find((each) => path === each || path.startsWith(`${each}/`));
  if (base === undefined) return detail(404, "Not Found");
  if (request.headers["x-browser-use-api-key"] !== key) return detail(401, "Invalid API key");
  const call = { world, method, url, body, origin, now };
  const rest = path.slice(base.length);
  return base === API_V4 ? answerV4(call, rest) : answerUpstream(call, rest);
}

function answerLive(world: World, path: string, origin: string, now: number): Reply {
  const [, , token = "", part] = path.split("/");
  const task = world.byLiveToken(token);
  if (task === undefined) return detail(404, "No such live view");
  if (part === "state") return liveState({ task, origin, now });
  return task.script.isLiveHostile === true ? hostileLivePage() : livePage(token);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LARGEST_BODY) return null;
  }
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function originOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host}:${String(port)}`;
}
