import "server-only";
import { decodeTaskId } from "@/lib/domain/task/task-id";
import { problemResponse } from "@/lib/server/http/problem-response";
import { withRequest, type RequestContext } from "./with-request";

/** What a handler of one task works with: the id is decoded and checked. */
export type TaskContext<Params> = RequestContext & { taskId: string; params: Params };

/** Wraps every handler below `/api/tasks/{id}`: an address without a task id never reaches the upstream. */
export function withTask<Params extends { taskId: string }>(
  handle: (context: TaskContext<Params>) => Promise<Response>,
): (request: Request, route: { params: Promise<Params> }) => Promise<Response> {
  return withRequest<Params>(async (context) => {
    const taskId = decodeTaskId(context.params.taskId);
    if (taskId === null) return problemResponse("bad-task-id", context.requestId);
    return handle({ ...context, taskId });
  });
}
