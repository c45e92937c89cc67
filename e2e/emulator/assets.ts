import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { observe, type EmulatedTask } from "./emulated-task";
import { film } from "./film";
import { checkPresigned } from "./presign";
import { storeError, type Reply } from "./reply";
import type { ScreenshotRef, ScriptFile } from "./script";
import type { World } from "./world";

const RECORDINGS = join(import.meta.dirname, "recordings");
const TYPES: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
};

/** Answers a presigned address: the object, or the store's error. `url` is the raw request target. */
export function answerAsset(world: World, url: string, now: number): Reply | Promise<Reply> {
  const [, , taskId = "", kind, name = ""] = (url.split("?")[0] ?? "").split("/");
  const task = world.tasks.get(taskId);
  if (task === undefined) return storeError(404, "NoSuchKey");
  const verdict = checkPresigned(url, now, task.assetGeneration);
  if (verdict !== "ok") {
    return storeError(403, verdict === "expired" ? "AccessDenied" : "SignatureDoesNotMatch");
  }
  if (kind === "steps") return screenshot(task.script.steps[Number(name) - 1]?.screenshot ?? null);
  if (kind === "logs") return file({ name: "log.txt", content: logOf(task, now) }, "text/plain");
  if (kind === "recordings") return film(task.script, (step) => screenshot(step.screenshot));
  const found = filesOf(task, kind)[Number(name)];
  if (found === undefined) return storeError(404, "NoSuchKey");
  const reply = file(found, found.type ?? contentType(found.name));
  const disposition = new URLSearchParams(url.split("?")[1]).get("response-content-disposition");
  if (disposition?.startsWith("attachment") !== true) return reply;
  return { ...reply, headers: { ...reply.headers, "content-disposition": disposition } };
}

function filesOf({ script }: EmulatedTask, kind: string | undefined): readonly ScriptFile[] {
  if (kind === "files") return script.files ?? [];
  return (kind === "downloads" ? script.run?.downloads : script.uploads) ?? [];
}

/** A screenshot as the store answers it: its bytes, or its error. */
export function screenshot(ref: ScreenshotRef | null): Reply {
  if (ref === null) return storeError(404, "NoSuchKey");
  if ("broken" in ref)
    return storeError(ref.broken, ref.broken === 404 ? "NoSuchKey" : "AccessDenied");
  if ("bytes" in ref)
    return { status: 200, headers: { "content-type": ref.type }, body: ref.bytes };
  const path = "file" in ref ? ref.file : recordingPath(ref.recording);
  if (path === null || !existsSync(path)) return storeError(404, "NoSuchKey");
  const type = TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
  return { status: 200, headers: { "content-type": type }, body: readFileSync(path) };
}

/** The file of a recording by its name, whatever its kind. */
function recordingPath(name: string): string | null {
  const paths = Object.keys(TYPES).map((extension) => join(RECORDINGS, name + extension));
  return paths.find((path) => existsSync(path)) ?? null;
}

function file({ content }: ScriptFile, type: string): Reply {
  return { status: 200, headers: { "content-type": type }, body: content };
}

function contentType(name: string): string {
  if (name.endsWith(".csv")) return "text/csv; charset=utf-8";
  if (name.endsWith(".json")) return "application/json";
  return name.endsWith(".html") ? "text/html; charset=utf-8" : "application/octet-stream";
}

/** The log of a run as the agent would have written it. */
function logOf(task: EmulatedTask, now: number): string {
  const { stepsDone } = observe(task, now);
  const lines = task.script.steps
    .slice(0, stepsDone)
    .flatMap((step, index) => [
      `INFO     [agent] 📍 Step ${String(index + 1)}:`,
      `INFO     [agent]   ❔ Eval: ${step.evaluation}`,
      `INFO     [agent]   🧠 Memory: ${step.memory}`,
      `INFO     [agent]   🎯 Next goal: ${step.goal}`,
      ...step.actions.map((action) => `INFO     [controller]   🦾 ${action}`),
    ]);
  return [`INFO     [agent] 🚀 Task: ${task.script.prompt}`, ...lines, ""].join("\n");
}
