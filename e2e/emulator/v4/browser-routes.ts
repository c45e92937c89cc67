import type { BrowserSessionView } from "browser-use-sdk/v4";
import { startClock, type EmulatedTask } from "../emulated-task";
import { invalidId, isUuid } from "../ids";
import { detail, json, type Reply } from "../reply";
import { browserView } from "./browser-shape";
import { sceneOf, type Call } from "./call";
import { toFields } from "./fields";
import { fileList } from "./file-list";
import { outOfRange, wholeNumber } from "./paging";
import { shownLog } from "./shown-log";

/** Answers `/browsers` and what is below it. */
export function browserRoutes(call: Call, [id = "", part, ...rest]: string[]): Reply {
  if (id === "") {
    return call.method === "GET" ? listBrowsers(call) : detail(405, "Method Not Allowed");
  }
  if (!isUuid(id)) return invalidId("session_id");
  if (rest.length > 0) return detail(404, "Not Found");
  const run = call.world.runs().find((each) => each.runState.browserId === id.toLowerCase());
  const view = run === undefined ? null : browserView(sceneOf(call, run));
  if (run === undefined || view === null) return detail(404, "Session not found");
  switch (`${call.method} ${part ?? ""}`) {
    case "GET ":
      return json(view);
    case "PATCH ":
      return stopBrowser(call, run);
    case "GET downloads":
      return downloads(call, run);
    default:
      return detail(404, "Not Found");
  }
}

function listBrowsers(call: Call): Reply {
  const query = call.url.searchParams;
  const size = wholeNumber(query, "pageSize", 10);
  const page = wholeNumber(query, "pageNumber", 1);
  if (size === null || size < 1 || size > 100) return outOfRange("pageSize");
  if (page === null || page < 1) return outOfRange("pageNumber");
  const sessionId = query.get("agentSessionId");
  const status = query.get("filterBy");
  if (status !== null && status !== "active" && status !== "stopped") {
    return detail(422, [
      { loc: ["query", "filterBy"], msg: "Input should be 'active' or 'stopped'", type: "enum" },
    ]);
  }
  const runs =
    sessionId === null
      ? call.world.listedRuns()
      : call.world.runsOfSession(sessionId.toLowerCase());
  const items = runs
    .flatMap((run) => browserView(sceneOf(call, run)) ?? [])
    .filter((view) => status === null || view.status === status)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    // Only the answer of one browser has a recording.
    .map((view): BrowserSessionView => ({ ...view, recordingUrl: null }));
  const shown = items.slice((page - 1) * size, page * size);
  return json({ items: shown, totalItems: items.length, pageNumber: page, pageSize: size });
}

function stopBrowser(call: Call, run: EmulatedTask): Reply {
  if (toFields(call.body).action !== "stop") {
    return detail(422, [{ loc: ["body", "action"], msg: "Input should be 'stop'", type: "enum" }]);
  }
  startClock(run, call.now);
  if (!run.isSessionStopped) {
    run.isSessionStopped = true;
    run.runState.browserStoppedAt = call.now;
  }
  // The recording is never ready in this answer.
  return json({ ...browserView(sceneOf(call, run)), recordingUrl: null });
}

function downloads(call: Call, run: EmulatedTask): Reply {
  const scene = sceneOf(call, run);
  const last = shownLog(scene).findLast(({ entry }) => entry.tookSeconds !== undefined);
  const saved = last === undefined ? [] : (run.script.run?.downloads ?? []);
  const files = saved.map((file, index) => ({
    scene,
    kind: "downloads",
    index,
    file,
    at: last?.at ?? call.now,
  }));
  // Fifteen minutes, where files of the workspace have one.
  return fileList(files, call.url.searchParams, 15);
}
