import "server-only";
import { readEnv, type Env } from "@/lib/server/config/env";
import { answerByFastPath, type TaskHandler } from "@/lib/server/http/poll-fast-path";
import { processLink } from "@/server/process-link.mjs";
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

function readEnvOrStop(): Env {
  const parsed = readEnv();
  if (parsed.ok) return parsed.env;
  const lines = parsed.problems.map(({ name, expected }) => `  ${name}: ${expected}`);
  process.stderr.write(`Sightglass cannot start. Check these settings:\n${lines.join("\n")}\n`);
  process.exit(1);
}
