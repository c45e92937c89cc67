import "server-only";
import { BASE_PATH } from "@/lib/contract/base-path";
import { buildProblem } from "@/lib/server/config/build-problem";
import { readEnv, type Env } from "@/lib/server/config/env";
import { answerByFastPath, type TaskHandler } from "@/lib/server/http/poll-fast-path";
import { processLink } from "@/server/process-link.mjs";
import { openData } from "@/lib/server/data/open-data";
import { createApp } from "./create-app";

/**
 * Makes the app of this process, in place of one that is there, and hands the fast path of polls to whoever listens.
 * Bad settings, a build for another base path, and a store that another process has end the process.
 */
export function startApp(handlePoll: TaskHandler): void {
  const link = processLink();
  link.app?.close();
  const env = readEnvOrStop();
  const problem = buildProblem(BASE_PATH, env.PUBLIC_BASE_URL);
  if (problem !== null) stop(problem);
  const data = openDataOrStop(env);
  const app = createApp(env, data.data, link.stopping.signal);
  if (data.warning !== null) app.log.warn({}, data.warning);
  link.app = app;
  link.answerPoll = answerByFastPath(handlePoll, {
    log: app.log,
    onAnswer: app.metrics.onFastPath,
  });
}

function readEnvOrStop(): Env {
  const parsed = readEnv();
  if (parsed.ok) return parsed.env;
  const lines = parsed.problems.map(({ name, expected }) => `  ${name}: ${expected}`);
  return stop(`Check these settings:\n${lines.join("\n")}`);
}

/** With Redis, where all instances keep what they know, nothing is kept here. */
function openDataOrStop({ DATA_DIR, REDIS_URL }: Env) {
  const opened = openData(REDIS_URL === null ? DATA_DIR : "memory", Date.now);
  if (opened.ok) return opened;
  return stop(opened.problem);
}

function stop(problem: string): never {
  process.stderr.write(`Sightglass cannot start. ${problem}\n`);
  process.exit(1);
}
