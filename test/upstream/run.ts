import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendJson } from "./server";

/** Ids for tests. */
export const RUN_ID = "0a1b2c3d-0000-4000-8000-000000000041";
export const RUN_SESSION_ID = "0a1b2c3d-0000-4000-8000-0000000000a4";
const WORKSPACE_ID = "0a1b2c3d-0000-4000-8000-0000000000b4";
/** When the runs of tests were made. */
export const MADE_AT = Date.parse("2026-01-02T03:04:05Z");

type Fields = Record<string, unknown>;
/** An event as v4 tells it. */
export type WireEvent = { runId: string; id: number; ts: string; type: string; data: Fields };

/** A running run, as v4 tells it. */
export function wireRun(more: Fields = {}): Fields {
  return {
    id: RUN_ID,
    task: "Buy milk",
    title: "Milk",
    model: "gpt-5.6-luna",
    contextLimit: 200_000,
    status: "running",
    result: null,
    error: null,
    sessionId: RUN_SESSION_ID,
    workspaceId: WORKSPACE_ID,
    attachedFileIds: null,
    judgement: null,
    totalInputTokens: 0,
    totalOutputTokens: 0,
    totalCostUsd: "0",
    createdAt: "2026-01-02T03:04:05Z",
    updatedAt: "2026-01-02T03:04:05Z",
    ...more,
  };
}

/** An event of a run, a second after the one before it. */
export function wireEvent(id: number, type: string, data: Fields = {}): WireEvent {
  return { runId: RUN_ID, id, ts: new Date(MADE_AT + id * 1000).toISOString(), type, data };
}

/** A line of the agent's output as an event. */
export function coreEvent(id: number, type: string, part: Fields, more: Fields = {}): WireEvent {
  const timestamp = MADE_AT + id * 1000;
  return wireEvent(id, "core.event", { type, timestamp, sessionID: "ses_1", part, ...more });
}

/** A call of a tool that has ended. */
export function toolEvent(id: number, tool: string, state: Fields): WireEvent {
  return coreEvent(id, "tool_use", {
    type: "tool",
    tool,
    callID: `call_${String(id)}`,
    state: { status: "completed", input: {}, ...state },
  });
}

/** A PNG of one pixel, as an event carries it; `shade` makes it another picture. */
export function pictureUrl(shade = 0): string {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const more = Buffer.alloc(shade, 1);
  return `data:image/png;base64,${Buffer.concat([png, more]).toString("base64")}`;
}

/** The events of one usual step: seven of them, the first with this id. */
export function stepEvents(from: number, name: string, more: Fields = {}): WireEvent[] {
  return [
    wireEvent(from, "llm.request", { model: "gpt-5.6-luna" }),
    wireEvent(from + 1, "llm.response", {
      input_tokens: 1000,
      output_tokens: 50,
      cost_usd: "0.0021",
    }),
    coreEvent(from + 2, "step_start", { type: "step-start" }),
    coreEvent(from + 3, "reasoning", { type: "reasoning", text: `Because of ${name}` }),
    coreEvent(from + 4, "text", { type: "text", text: `Now ${name}` }),
    toolEvent(from + 5, "browser_execute", {
      input: {
        code: `await page.goto("https://shop.example/${name}")`,
        description: `Open ${name}`,
      },
      title: `Open ${name}`,
      output: "done (1 screenshot(s) attached)",
      attachments: [{ type: "file", mime: "image/png", url: pictureUrl(from) }],
      ...more,
    }),
    coreEvent(from + 6, "step_finish", {
      type: "step-finish",
      cost: 0.0021,
      tokens: { input: 1000, output: 50, reasoning: 0 },
    }),
  ];
}

/** A browser of the run's session, up. */
export function wireBrowser(id: string, more: Fields = {}): Fields {
  return {
    id,
    status: "active",
    liveUrl: "https://live.browser-use.com?wss=list",
    cdpUrl: "wss://secret.example",
    startedAt: "2026-01-02T03:04:06Z",
    finishedAt: null,
    browserCost: "0.01",
    proxyCost: "0",
    agentSessionId: RUN_SESSION_ID,
    ...more,
  };
}

/** How many events `stepEvents` makes. */
export const EVENTS_OF_STEP = 7;

/** All that an upstream of v4 says of one run; change it between two readings. */
export type RunWorld = {
  run: Fields;
  events: WireEvent[];
  browsers: Fields[];
  files: Fields[];
  /** What each of its browsers downloaded. */
  downloads: Fields[];
  attachments: Fields[];
  /** The most events of one page. */
  pageSize: number;
  /** Answers a path otherwise; gives whether it did. */
  instead: (path: string, response: ServerResponse) => boolean;
};

/** A world with a run that has begun and has a browser. */
export function runWorld(): RunWorld {
  return {
    run: wireRun(),
    events: [
      wireEvent(1, "run.created"),
      wireEvent(2, "run.dispatching"),
      wireEvent(3, "run.dispatched"),
      wireEvent(4, "browser.ready", {
        live_view_url: "https://live.browser-use.com?wss=event",
        browser_session_id: "b1",
      }),
    ],
    browsers: [],
    files: [],
    downloads: [],
    attachments: [],
    pageSize: 200,
    instead: () => false,
  };
}

/** Answers as v4 does for the run of a world, below `/api/v4`. */
export function answerRun(
  world: RunWorld,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const url = new URL(request.url ?? "", "http://upstream.example");
    const path = url.pathname.replace(/^\/api\/v4/, "");
    if (path === url.pathname || world.instead(path, response)) {
      if (path === url.pathname) sendJson(response, { detail: "Not found" }, 404);
      return;
    }
    const { run } = world;
    const of = `/runs/${String(run.id)}`;
    if (path === of) sendJson(response, run);
    else if (path === `${of}/status`) sendJson(response, { status: run.status });
    else if (path === `${of}/events`) {
      const after = Number(url.searchParams.get("after") ?? 0);
      const limit = Math.min(Number(url.searchParams.get("limit") ?? 200), world.pageSize);
      const rest = world.events.filter(({ id }) => id > after);
      const events = rest.slice(0, limit);
      const nextAfter = events.at(-1)?.id ?? null;
      sendJson(response, { events, nextAfter, hasMore: rest.length > limit });
    } else if (path === `${of}/attachments`) {
      sendJson(response, { attachments: world.attachments });
    } else if (path === "/browsers") {
      const items = world.browsers.map((browser) => ({ ...browser, recordingUrl: null }));
      sendJson(response, { items, totalItems: items.length });
    } else if (/^\/browsers\/[^/]+\/downloads$/.test(path)) {
      sendJson(response, { files: world.downloads, hasMore: false });
    } else if (path.startsWith("/browsers/")) {
      const browser = world.browsers.find(({ id }) => path === `/browsers/${String(id)}`);
      sendJson(response, browser ?? { detail: "Not found" }, browser === undefined ? 404 : 200);
    } else if (path === `/workspaces/${WORKSPACE_ID}/files`) {
      sendJson(response, { files: world.files, hasMore: false });
    } else if (path === "/runs") {
      const session = url.searchParams.get("sessionId");
      const isMine = session === null || session === run.sessionId;
      sendJson(response, { runs: isMine ? [run] : [], nextCursor: null, hasMore: false });
    } else sendJson(response, { detail: "Not found" }, 404);
  };
}
