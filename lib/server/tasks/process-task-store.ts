import "server-only";
import { getEnv } from "@/lib/server/env";
import { errorFields, getLogger } from "@/lib/server/observability/logger";
import { warnHourly } from "@/lib/server/observability/warn-hourly";
import { processWide } from "@/lib/server/process-wide";
import { getGateway } from "@/lib/server/upstream/process-gateway";
import { TaskStore } from "./task-store";

/** The task store of this process. */
export function getTaskStore(): TaskStore {
  return processWide(
    "task-store",
    () =>
      new TaskStore({
        getTask: (taskId) => getGateway().getTask(taskId),
        intervalMs: getEnv().POLL_INTERVAL_MS,
        now: Date.now,
        random: Math.random,
        onFailure: (error, code) => {
          if (code === "internal") getLogger().error(errorFields(error), "Reading a task failed");
          else if (code !== "task-not-found") warnHourly({ code }, "The upstream fails");
        },
      }),
  );
}
