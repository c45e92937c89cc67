import { startClock, type EmulatedTask } from "../emulated-task";
import { invalidId, isUuid } from "../ids";
import { detail, json, type Reply } from "../reply";
import { mergePatch } from "../shape-common";
import { sceneOf, type Call } from "./call";
import { createRun } from "./create-run";
import { eventsPage } from "./events-page";
import { NEWEST_FIRST, outOfRange, pageOf, wholeNumber } from "./paging";
import { attachments, runStatus, runSummary } from "./run-shape";
import { cancelRun } from "./shown-log";

/** The most events of one page, whatever is asked for. */
const MOST_EVENTS = 1000;

/** Answers `/runs` and what is below it. */
export function runRoutes(call: Call, [id = "", part, ...rest]: string[]): Reply {
  if (id === "") {
    if (call.method === "POST") return createRun(call);
    return call.method === "GET" ? listRuns(call) : detail(405, "Method Not Allowed");
  }
  if (!isUuid(id)) return invalidId("run_id");
  if (rest.length > 0) return detail(404, "Not Found");
  const run = call.world.run(id.toLowerCase());
  if (run === undefined) return detail(404, `Run ${id} not found`);
  startClock(run, call.now);
  const route = ROUTES[`${call.method} ${part ?? ""}`];
  return route?.(call, run) ?? detail(isKnown(part) ? 405 : 404, "Not Found");
}

const ROUTES: Readonly<Record<string, (call: Call, run: EmulatedTask) => Reply>> = {
  "GET ": wholeRun,
  "GET status": (call, run) => json({ status: run.patch?.status ?? runStatus(sceneOf(call, run)) }),
  "GET events": events,
  "GET attachments": (call, run) => json({ attachments: attachments(sceneOf(call, run)) }),
  "POST cancel": (call, run) => {
    cancelRun(sceneOf(call, run));
    return wholeRun(call, run);
  },
};

function isKnown(part: string | undefined): boolean {
  return ["GET", "POST"].some((method) => ROUTES[`${method} ${part ?? ""}`] !== undefined);
}

function wholeRun(call: Call, run: EmulatedTask): Reply {
  return json(mergePatch(runSummary(sceneOf(call, run)), run.patch ?? {}));
}

function events({ url, origin, now }: Call, task: EmulatedTask): Reply {
  const query = url.searchParams;
  const after = wholeNumber(query, "after", 0);
  const limit = wholeNumber(query, "limit", 200);
  if (after === null) return outOfRange("after");
  if (limit === null || limit < 1) return outOfRange("limit");
  const hasOutput = !["false", "0"].includes(query.get("include_output") ?? "true");
  const wanted = { after, limit: Math.min(limit, MOST_EVENTS), hasOutput };
  return json(eventsPage({ task, origin, now }, wanted));
}

function listRuns(call: Call): Reply {
  const query = call.url.searchParams;
  const sessionId = query.get("sessionId");
  if (sessionId !== null && !isUuid(sessionId)) {
    return detail(422, [
      { loc: ["query", "sessionId"], msg: "Input should be a valid UUID", type: "uuid_parsing" },
    ]);
  }
  // Whoever knows the session of a run that a test made finds it, though it is in no list.
  const known =
    sessionId === null
      ? call.world.listedRuns()
      : call.world.runsOfSession(sessionId.toLowerCase());
  const page = pageOf(
    known.map((run) => runSummary(sceneOf(call, run))),
    query,
    { ...NEWEST_FIRST, usual: 50, most: 200 },
  );
  if (!page.ok) return page.reply;
  return json({ runs: page.items, nextCursor: page.next, hasMore: page.next !== null });
}
