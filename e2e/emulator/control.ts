import { randomUUID } from "node:crypto";
import { changeClock, createTask } from "./emulated-task";
import type { Fault } from "./faults";
import { detail, json, type Reply } from "./reply";
import type { Contract } from "./script";
import { countCalls } from "./v4/call-kinds";
import { toOddities } from "./v4/log-oddities";
import { beforeLeap, idsOfLog, wholeLog } from "./v4/shown-log";
import type { World } from "./world";

type Body = Record<string, unknown>;

/** Answers one call below `/__emulator`: how tests make tasks, move clocks and break things. */
export function answerControl(
  world: World,
  method: string,
  url: URL,
  body: unknown,
  now: number,
): Reply {
  const [, , what = "", id = "", part = ""] = url.pathname.split("/");
  const given: Body = isObject(body) ? body : {};
  switch (`${method} ${what}${part === "" ? "" : `/${part}`}`) {
    case "GET scenarios":
      return json(world.table(now));
    case "POST older-tasks":
      if (typeof given.count !== "number") return detail(400, "How many is a number");
      world.olderTasks = Math.max(0, Math.floor(given.count));
      return json({});
    case "POST tasks":
      return newTask(world, given, now);
    case "POST tasks/clock":
      return withTask(world, id, (task) => {
        const move = numbers(given, ["advanceSeconds", "speed"], ["paused"]);
        if (task.contract === "v4") beforeLeap({ task, origin: url.origin, now }, move);
        changeClock(task, move, now);
      });
    case "POST tasks/assets":
      return withTask(world, id, (task) => {
        if (given.expired === true) task.assetGeneration++;
        if (typeof given.lifetimeSeconds === "number") task.assetLifetime = given.lifetimeSeconds;
      });
    case "POST tasks/log":
      return withTask(world, id, (task) => {
        task.runState.oddities = toOddities(given);
      });
    case "GET tasks/log":
      return scriptedLog(world, id, url.origin, now);
    case "GET tasks/calls":
      return callsOf(world, id);
    case "POST patch-task":
      return withTask(world, id, (task) => {
        task.patch = isObject(body) ? body : null;
      });
    case "POST faults":
      return newFault(world, given);
    case "DELETE faults":
      return removeFaults(world, id);
    case "GET requests":
      return json(world.requests(url.searchParams.get("path") ?? ""));
    case "DELETE requests":
      world.clearRequests();
      return json({});
    default:
      return detail(404, "No such control");
  }
}

function newTask(world: World, given: Body, now: number): Reply {
  const script = world.scripts.find(({ scenario }) => scenario === given.scenario);
  const contract = given.contract;
  if (script === undefined) return detail(400, `No scenario ${String(given.scenario)}`);
  if (!isContract(contract) || script.contracts?.includes(contract) === false) {
    return detail(400, `Scenario ${script.scenario} has no contract ${String(contract)}`);
  }
  const picked = numbers(given, ["speed", "startAtStep", "judgedAfter"], ["pictures"]);
  const session = typeof given.sessionId === "string" ? { sessionId: given.sessionId } : {};
  const task = createTask({ script, contract, now, ...picked, ...session });
  if (given.listed === true) world.addSample(task);
  else world.tasks.set(task.id, task);
  return json({ taskId: task.id, sessionId: task.sessionId });
}

/** The whole log of a run with its ids, of what has yet to happen too. */
function scriptedLog(world: World, id: string, origin: string, now: number): Reply {
  const task = world.run(id);
  if (task === undefined) return detail(404, `No run ${id}`);
  const scene = { task, origin, now };
  const log = wholeLog(scene);
  return json(idsOfLog(scene).map((eventId, index) => ({ id: eventId, ...log[index] })));
}

/** How often a run, its session, its browser and its workspace were asked for. */
function callsOf(world: World, id: string): Reply {
  const task = world.run(id);
  if (task === undefined) return detail(404, `No run ${id}`);
  const { workspaceId, browserId } = task.runState;
  return json(
    countCalls(world.requests(""), new Set([task.id, task.sessionId, workspaceId, browserId])),
  );
}

function newFault(world: World, given: Body): Reply {
  const { path, method, fault, times, every } = given;
  if (typeof path !== "string" || !isObject(fault) || typeof fault.kind !== "string") {
    return detail(400, "A fault has a path and a fault with its kind");
  }
  const pattern = toPattern(path);
  if (pattern === null) return detail(400, "The path of a fault is a regular expression");
  const id = randomUUID();
  world.faults.unshift({
    id,
    path: pattern,
    method: typeof method === "string" ? method : null,
    // The control endpoint is for tests, which name the kinds that faults.ts declares.
    fault: fault as Fault,
    times: typeof times === "number" ? times : null,
    every: typeof every === "number" ? Math.max(1, every) : 1,
    matched: 0,
    passed: [],
    windows: {},
  });
  return json({ faultId: id });
}

function toPattern(text: string): RegExp | null {
  try {
    return new RegExp(text);
  } catch {
    return null;
  }
}

function removeFaults(world: World, id: string): Reply {
  const kept = id === "" ? [] : world.faults.filter((rule) => rule.id !== id);
  world.faults.splice(0, world.faults.length, ...kept);
  return json({});
}

function withTask(
  world: World,
  id: string,
  change: (task: NonNullable<ReturnType<World["tasks"]["get"]>>) => void,
): Reply {
  const task = world.tasks.get(id);
  if (task === undefined) return detail(404, `No task ${id}`);
  change(task);
  return json({});
}

/** Picks the numbers and switches that are there, so that absent ones stay absent. */
function numbers<N extends string, B extends string>(
  given: Body,
  names: readonly N[],
  switches: readonly B[],
) {
  const picked: Partial<Record<N, number> & Record<B, boolean>> = {};
  const into: Record<string, unknown> = picked;
  for (const name of names) if (typeof given[name] === "number") into[name] = given[name];
  for (const name of switches) if (typeof given[name] === "boolean") into[name] = given[name];
  return picked;
}

function isContract(value: unknown): value is Contract {
  return value === "documented" || value === "current" || value === "v4";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
