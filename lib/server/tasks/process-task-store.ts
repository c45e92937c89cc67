import "server-only";
import { getEnv } from "@/lib/server/config/env";
import { errorFields, getLogger } from "@/lib/server/observability/logger";
import { warnHourly } from "@/lib/server/observability/warn-hourly";
import { processWide } from "@/lib/server/config/process-wide";
import { stopSignal } from "@/lib/server/config/stopping";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { createCoordinator } from "@/lib/server/cluster/create-coordinator";
import { getGateway } from "@/lib/server/upstream/process-gateway";
import { getCallQueue, getUpstreamPause } from "@/lib/server/upstream/process-call-queue";
import { TaskStore } from "./task-store";
import { TaskWatch } from "./task-watch";

/** The task store of this process. */
export function getTaskStore(): TaskStore {
  return processWide(
    "task-store",
    () =>
      new TaskStore({
        getTask: (taskId) => getGateway().getTask(taskId),
        queue: getCallQueue(),
        pause: getUpstreamPause(),
        coordinate: createCoordinator(),
        intervalMs: getEnv().POLL_INTERVAL_MS,
        now: Date.now,
        random: Math.random,
        later: (run, ms) => {
          // A millisecond more: timers may end a little early by the clock that the policy reads.
          const timer = setTimeout(run, Math.max(0, ms) + 1).unref();
          return () => {
            clearTimeout(timer);
          };
        },
        onFailure: (error, code) => {
          if (code === "internal") getLogger().error(errorFields(error), "Reading a task failed");
          else if (code !== "task-not-found") {
            const reason = error instanceof UpstreamError ? error.reason : null;
            warnHourly({ code, reason }, "The upstream fails");
          }
        },
        onSettled: (taskId) => {
          getTaskWatch().settled(taskId);
        },
      }),
  );
}

/** Those who wait for changes in this process. */
export function getTaskWatch(): TaskWatch {
  return processWide("task-watch", () => {
    const watch = new TaskWatch({
      read: (taskId) => getTaskStore().read(taskId),
      intervalMs: getEnv().POLL_INTERVAL_MS,
      every: (run, ms) => {
        const timer = setInterval(run, ms);
        return () => {
          clearInterval(timer);
        };
      },
      soon: setImmediate,
    });
    const stopping = stopSignal();
    const letGo = () => {
      watch.letGo();
    };
    if (stopping.aborted) letGo();
    else stopping.addEventListener("abort", letGo, { once: true });
    return watch;
  });
}
