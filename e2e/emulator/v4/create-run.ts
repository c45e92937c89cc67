import { randomUUID } from "node:crypto";
import type { RunCreateResponse } from "browser-use-sdk/v4";
import { createTask, type EmulatedTask } from "../emulated-task";
import { isUuid } from "../ids";
import { detail, json, type Reply } from "../reply";
import type { TaskScript } from "../script";
import type { World } from "../world";
import { sceneOf, type Call } from "./call";
import { toFields } from "./fields";
import { runStatus } from "./run-shape";

/** What a run plays whose prompt is nobody's. */
const USUAL_SCENARIO = "success-6";
const OVER = new Set(["completed", "failed", "cancelled"]);

/** Answers `POST /runs`: a run of its own, or the next of a session. */
export function createRun(call: Call): Reply {
  const { task: prompt, model, sessionId, workspaceId } = toFields(call.body);
  if (typeof prompt !== "string" || prompt === "") {
    return detail(422, [{ loc: ["body", "task"], msg: "Field required", type: "missing" }]);
  }
  const before = isUuid(sessionId) ? call.world.runsOfSession(sessionId.toLowerCase()) : [];
  if (isGiven(sessionId) && before.length === 0) return detail(404, "Session not found");
  if (before.some((run) => isActive(call, run))) {
    return detail(409, "The session already has an active run");
  }
  const run = addRun(call, {
    prompt,
    ...(typeof model === "string" ? { model } : {}),
    ...(isUuid(sessionId) ? { sessionId: sessionId.toLowerCase() } : {}),
    ...(isUuid(workspaceId) ? { workspaceId: workspaceId.toLowerCase() } : {}),
  });
  const created: RunCreateResponse = {
    id: run.id,
    status: "queued",
    model: run.script.model,
    sessionId: run.sessionId,
    workspaceId: run.runState.workspaceId,
    eventsUrl: `/api/v4/runs/${run.id}/events`,
    missingFileIds: [],
  };
  return json(created);
}

type Wanted = { prompt: string; model?: string; sessionId?: string; workspaceId?: string };

/** Makes a run that plays the scenario whose prompt it was given, and stands in the lists. */
export function addRun({ world, now }: Call, wanted: Wanted): EmulatedTask {
  const { prompt, model, sessionId, workspaceId } = wanted;
  const script = scriptFor(world, prompt);
  const [before] = sessionId === undefined ? [] : world.runsOfSession(sessionId);
  const run = createTask({
    script: {
      ...script,
      prompt,
      model: model ?? before?.script.model ?? "gpt-5.6-luna",
      begins: "first-read",
    },
    contract: "v4",
    now,
    id: randomUUID(),
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(workspaceId === undefined ? {} : { workspaceId }),
  });
  world.addSample(run);
  return run;
}

/** True for a run that has yet to end. */
export function isActive(call: Call, run: EmulatedTask): boolean {
  return !OVER.has(runStatus(sceneOf(call, run)));
}

function scriptFor(world: World, prompt: string): TaskScript {
  const same = world.scripts.find((script) => script.prompt === prompt);
  const usual = world.scripts.find(({ scenario }) => scenario === USUAL_SCENARIO);
  const script = same ?? usual;
  if (script === undefined) throw new Error(`There is no scenario ${USUAL_SCENARIO}`);
  return script;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
