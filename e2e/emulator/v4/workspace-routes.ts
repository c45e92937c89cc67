import { invalidId, isUuid } from "../ids";
import { detail, json, type Reply } from "../reply";
import { sceneOf, type Call } from "./call";
import { fileList, type ListedFile } from "./file-list";
import { createdAt } from "./run-shape";
import { shownLog } from "./shown-log";
import { utc } from "./wire-event";

/** Answers what is below `/workspaces`. */
export function workspaceRoutes(call: Call, [id = "", part, ...rest]: string[]): Reply {
  if (id === "" || rest.length > 0) return detail(404, "Not Found");
  if (!isUuid(id)) return invalidId("workspace_id");
  const workspaceId = id.toLowerCase();
  const scenes = call.world
    .runs()
    .filter(({ runState }) => runState.workspaceId === workspaceId)
    .map((run) => sceneOf(call, run));
  const made = scenes.map(createdAt);
  if (made.length === 0) return detail(404, "Workspace not found");
  if (call.method !== "GET") return detail(405, "Method Not Allowed");
  if (part === undefined) {
    const first = utc(Math.min(...made));
    return json({
      id: workspaceId,
      name: null,
      archived: false,
      createdAt: first,
      updatedAt: first,
    });
  }
  if (part !== "files") return detail(404, "Not Found");
  const files = new Map<string, ListedFile>();
  for (const scene of scenes) {
    const promoted = shownLog(scene).find(({ entry }) => entry.type === "outputs.promoted");
    if (promoted === undefined) continue;
    // A workspace is shared by its runs: the later one writes over the earlier one's file.
    for (const [index, file] of (scene.task.script.files ?? []).entries()) {
      files.set(file.name, { scene, kind: "files", index, file, at: promoted.at });
    }
  }
  return fileList([...files.values()], call.url.searchParams, 1);
}
