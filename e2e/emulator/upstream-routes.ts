import { currentItem, currentSession, currentTask, currentTaskStatus } from "./current-shape";
import { documentedItem, documentedTask } from "./documented-shape";
import { changeClock, stableId, startClock, stopTask, type EmulatedTask } from "./emulated-task";
import { invalidId, isUuid } from "./ids";
import { detail, json, type Reply } from "./reply";
import { fileId, mergePatch, signed, wireFiles, type Scene } from "./shape-common";
import type { World } from "./world";

type Call = { world: World; method: string; url: URL; body: unknown; origin: string; now: number };

/** Answers one call below `/api/v2` whose key is good. `path` is the part after it. */
export function answerUpstream(call: Call, path: string): Reply {
  const [first, id = "", ...rest] = path.split("/").filter((part) => part !== "");
  if (first === "tasks" && id === "") return listTasks(call);
  if (first === "files" && id === "tasks") return currentFileLink(call, rest);
  if (first !== "tasks" && first !== "sessions") return detail(404, "Not Found");
  if (!isUuid(id)) return invalidId(first === "tasks" ? "task_id" : "session_id");
  if (first === "sessions") return session(call, id.toLowerCase());
  const task = call.world.tasks.get(id.toLowerCase());
  if (task === undefined || task.contract === "v4") return detail(404, "Task not found");
  return taskCall(call, task, rest);
}

function taskCall(call: Call, task: EmulatedTask, rest: string[]): Reply {
  const scene: Scene = { task, origin: call.origin, now: call.now };
  startClock(task, call.now);
  const [part, file] = rest;
  if (part === undefined && call.method === "PATCH") return changeTask(call, scene);
  if (call.method !== "GET") return detail(405, "Method Not Allowed");
  if (part === undefined) return json(mergePatch(wireTask(scene), task.patch ?? {}));
  if (part === "logs") {
    return json({ downloadUrl: signed(scene, "logs", "log.txt", `task ${task.id}.log`) });
  }
  if (part === "status" && task.contract === "current") return json(currentTaskStatus(scene));
  if (task.contract === "documented" && part === "output-files")
    return fileLink(scene, "files", file);
  if (task.contract === "documented" && part === "user-uploaded-files") {
    return fileLink(scene, "uploads", file);
  }
  return detail(404, "Not Found");
}

function wireTask(scene: Scene): Record<string, unknown> {
  return scene.task.contract === "documented" ? documentedTask(scene) : currentTask(scene);
}

function currentFileLink(call: Call, [taskId = "", kind, file]: string[]): Reply {
  if (!isUuid(taskId)) return invalidId("task_id");
  const task = call.world.tasks.get(taskId.toLowerCase());
  if (task?.contract !== "current") return detail(404, "Task not found");
  if (kind !== "output-files") return detail(404, "Not Found");
  return fileLink({ task, origin: call.origin, now: call.now }, "files", file);
}

function fileLink(scene: Scene, kind: "files" | "uploads", id = ""): Reply {
  if (!isUuid(id)) return invalidId("file_id");
  const files = wireFiles(scene, kind);
  const index = files.findIndex((_, at) => fileId(scene.task, kind, at) === id.toLowerCase());
  const name = files[index]?.fileName;
  if (typeof name !== "string") return detail(404, "Output file not found");
  return json({ id, fileName: name, downloadUrl: signed(scene, kind, String(index), name) });
}

function session({ world, method, origin, now }: Call, id: string): Reply {
  if (method !== "GET") return detail(405, "Method Not Allowed");
  const task = world.bySession(id);
  if (task?.contract !== "current") return detail(404, "Session not found");
  const scenes = [...world.tasks.values()]
    .filter((other) => other.sessionId === id && other !== task)
    .map((other) => ({ task: other, origin, now }));
  return json(currentSession({ task, origin, now }, scenes));
}

const ACTIONS = {
  documented: ["stop", "pause", "resume", "stop_task_and_session"],
  current: ["stop", "stop_task_and_session"],
} as const;

function changeTask({ body, now }: Call, scene: Scene): Reply {
  const { task } = scene;
  const action = typeof body === "object" && body !== null && "action" in body ? body.action : null;
  const known: readonly unknown[] =
    task.contract === "documented" ? ACTIONS.documented : ACTIONS.current;
  if (!known.includes(action)) {
    return detail(422, [
      { loc: ["body", "action"], msg: "Input should be a known action", type: "enum" },
    ]);
  }
  if (action === "pause" || action === "resume") {
    task.isPausedByHand = action === "pause";
    changeClock(task, { paused: task.isPausedByHand }, now);
  } else {
    stopTask(task, now);
    if (action === "stop_task_and_session") task.isSessionStopped = true;
  }
  return json(wireTask(scene));
}

function listTasks({ world, url, origin, now }: Call): Reply {
  const size = Number(url.searchParams.get("pageSize") ?? 10);
  const page = Number(url.searchParams.get("pageNumber") ?? 1);
  if (!Number.isInteger(size) || size < 1 || size > 100 || !Number.isInteger(page) || page < 1) {
    return detail(422, [
      { loc: ["query", "pageSize"], msg: "Input should be in range", type: "range" },
    ]);
  }
  const filters = ["filterBy", "sessionId", "after", "before"].map((name) =>
    url.searchParams.get(name),
  );
  const [status, sessionId, after, before] = filters;
  // Whoever knows the session of a task that a test made finds it, though it is in no list.
  const known = isAbsent(sessionId) ? world.samples : [...world.tasks.values()];
  const items = known
    .filter((task) => task.contract !== "v4")
    .map((task) => {
      const scene = { task, origin, now };
      return task.contract === "documented" ? documentedItem(scene) : currentItem(scene);
    })
    .filter((item) => isAbsent(status) || item.status === status)
    .filter((item) => isAbsent(sessionId) || item.sessionId === sessionId)
    .filter((item) => isAbsent(after) || epochOf(item.startedAt) > epochOf(after))
    .filter((item) => isAbsent(before) || epochOf(item.startedAt) < epochOf(before))
    .sort((a, b) => String(b.startedAt).localeCompare(String(a.startedAt)));
  const isAnyOfThem = isAbsent(sessionId) && isAbsent(after) && isAbsent(before);
  const hasOlder = isAnyOfThem && (isAbsent(status) || status === "finished");
  const total = items.length + (hasOlder ? world.olderTasks : 0);
  const from = (page - 1) * size;
  const shown = [
    ...items.slice(from, from + size),
    ...olderItems(Math.max(from, items.length), Math.min(from + size, total), items.length),
  ];
  return json({ items: shown, totalItems: total, pageNumber: page, pageSize: size });
}

/** Tasks of the list from one place to another, which are made up as they are asked for: behind the first `known`. */
function olderItems(from: number, to: number, known: number): Record<string, unknown>[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const place = from + index - known;
    const startedAt = new Date(OLDEST_SAMPLE - place * 60_000).toISOString();
    const id = stableId(`older task ${String(place)}`);
    return {
      id,
      sessionId: stableId(`session ${id}`),
      llm: place % 2 === 0 ? "gpt-5" : "browser-use-llm",
      task: `Older task ${String(place + 1)}`,
      status: "finished",
      startedAt,
      finishedAt: startedAt,
      isSuccess: place % 3 === 0 ? null : place % 3 === 1,
      cost: "0.01",
    };
  });
}

/** Before every task that an emulator makes. */
const OLDEST_SAMPLE = Date.parse("2020-01-01T00:00:00Z");

/** A time that is naive is one of UTC. */
function epochOf(time: unknown): number {
  const text = String(time);
  return Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}

/** A filter that the query does not name. */
function isAbsent(filter: string | null | undefined): filter is null | undefined {
  return filter === null || filter === undefined;
}
