import { detail, type Reply } from "../reply";
import { browserRoutes } from "./browser-routes";
import type { Call } from "./call";
import { dispatchNext } from "./queue";
import { runRoutes } from "./run-routes";
import { sessionRoutes } from "./session-routes";
import { workspaceRoutes } from "./workspace-routes";

/** Answers one call below `/api/v4` whose key is good. `path` is the part after it. */
export function answerV4(call: Call, path: string): Reply {
  const [first, ...rest] = path.split("/").filter((part) => part !== "");
  for (const sessionId of call.world.queues.keys()) dispatchNext(call, sessionId);
  switch (first) {
    case "runs":
      return runRoutes(call, rest);
    case "sessions":
      return sessionRoutes(call, rest);
    case "browsers":
      return browserRoutes(call, rest);
    case "workspaces":
      return workspaceRoutes(call, rest);
    default:
      return detail(404, "Not Found");
  }
}
