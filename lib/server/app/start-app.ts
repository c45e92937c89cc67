import "server-only";
import { readEnvOrStop } from "@/lib/server/config/stop-on-bad-env";
import { answerByFastPath, type TaskHandler } from "@/lib/server/http/poll-fast-path";
import { processLink } from "@/scripts/process-link.mjs";
import { createApp } from "./create-app";

/**
 * Makes the app of this process, in place of one that is there, and hands the fast path of polls to whoever listens.
 * Bad settings end the process.
 */
export function startApp(handlePoll: TaskHandler): void {
  const link = processLink();
  link.app?.close();
  const app = createApp(readEnvOrStop(), link.stopping.signal);
  link.app = app;
  link.answerPoll = answerByFastPath(handlePoll, app.log);
}
