import { parseTaskId } from "@/lib/domain/task/task-id";
import { TASK_VIEWS, type TaskViewName } from "@/lib/domain/task/task-views";
import { MOST_ON_BOARD, parseBoardIds } from "./board";
import { pageRoutes } from "./routes";

/** Where somebody goes on after signing in: a page of ours, by what it shows and never by an address. */
export type ReturnTo =
  | { page: "home" }
  | { page: "task"; taskId: string; step: string | null; view: TaskViewName | null }
  | { page: "compare"; a: string | null; b: string | null }
  | { page: "board"; ids: readonly string[] }
  | { page: "status" };

/** One value of a query, `null` where there is none or several. */
export type ReadQuery = (name: string) => string | null;

const TASK_PATH = /^\/tasks\/([^/]+)$/;

/** The page that stands at a path of ours, as a place to return to; the start page for every other. */
export function returnOfPage(pathname: string, read: ReadQuery): ReturnTo {
  if (pathname === "/compare") return { page: "compare", a: idIn(read("a")), b: idIn(read("b")) };
  if (pathname === "/board") return { page: "board", ids: idsIn(read("ids")) };
  if (pathname === "/status") return { page: "status" };
  return taskOf(TASK_PATH.exec(pathname)?.[1] ?? null, read);
}

/** What the address of the sign-in page says about the way back. */
export function readReturn(read: ReadQuery): ReturnTo {
  const to = read("to");
  if (to === "compare" || to === "board" || to === "status") return returnOfPage(`/${to}`, read);
  return taskOf(read("task"), read);
}

/** The path to return to, built from checked parts alone. */
export function returnPath(to: ReturnTo): string {
  switch (to.page) {
    case "home":
      return pageRoutes.home();
    case "task":
      return withQuery(pageRoutes.task(to.taskId), { step: to.step, view: to.view });
    case "compare":
      return pageRoutes.compare(to.a ?? undefined, to.b ?? undefined);
    case "board":
      return withQuery(pageRoutes.board(), { ids: to.ids.join(",") });
    case "status":
      return pageRoutes.status();
  }
}

/** The path of the sign-in page that leads back. */
export function signInPath(to: ReturnTo): string {
  const path = pageRoutes.signIn();
  switch (to.page) {
    case "home":
      return path;
    case "task":
      return withQuery(path, { task: to.taskId, step: to.step, view: to.view });
    case "compare":
      return withQuery(path, { to: "compare", a: to.a, b: to.b });
    case "board":
      return withQuery(path, { to: "board", ids: to.ids.join(",") });
    case "status":
      return withQuery(path, { to: "status" });
  }
}

function taskOf(text: string | null, read: ReadQuery): ReturnTo {
  const taskId = idIn(text);
  if (taskId === null) return { page: "home" };
  const step = read("step") ?? "";
  const view = TASK_VIEWS.find((name) => name === read("view")) ?? null;
  return { page: "task", taskId, step: /^\d{1,7}$/.test(step) ? step : null, view };
}

function idIn(text: string | null): string | null {
  return text === null ? null : parseTaskId(text);
}

function idsIn(text: string | null): string[] {
  const ids = parseBoardIds(text ?? "").filter((id) => parseTaskId(id) !== null);
  return ids.slice(0, MOST_ON_BOARD);
}

function withQuery(path: string, query: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== "");
  // Ids, numbers and names of views need no encoding, and a list keeps its commas.
  const search = given.map(([name, value]) => `${name}=${value ?? ""}`).join("&");
  return search === "" ? path : `${path}?${search}`;
}
