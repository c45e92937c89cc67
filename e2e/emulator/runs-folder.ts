import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { stableId } from "./emulated-task";
import type { Contract, ScreenshotRef, ScriptStep, TaskScript } from "./script";

/** A recorded run in one contract, ready to be served. */
export type RecordedRun = { script: TaskScript; contract: Contract; id: string; sessionId: string };

const AN_HOUR_AGO = { endedSecondsAgo: 3600 };

type Json = Record<string, unknown>;

/** Runs that were read, and what was wrong with the files that were not. */
export type RunsFolder = { runs: RecordedRun[]; problems: string[] };

/**
 * Reads a folder of recorded runs: one JSON file each in the documented shape, screenshots as paths relative
 * to the folder. Each is offered in both contracts. With `replay` a run starts when somebody first looks.
 */
export function readRunsFolder(folder: string, replay: boolean): RunsFolder {
  const runs: RecordedRun[] = [];
  const problems: string[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()) {
    try {
      const run: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
      if (!isObject(run) || typeof run.id !== "string" || !Array.isArray(run.steps)) {
        throw new Error("it has no id or no steps");
      }
      const script = toScript(run, name.replace(/\.json$/, ""), resolve(folder), replay);
      const sessionId = text(run.sessionId);
      runs.push({ script, contract: "documented", id: run.id.toLowerCase(), sessionId });
      runs.push({
        script,
        contract: "current",
        id: stableId(`current ${run.id}`),
        sessionId: stableId(`current session ${run.id}`),
      });
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { runs, problems };
}

function toScript(run: Json, name: string, folder: string, replay: boolean): TaskScript {
  const steps = Array.isArray(run.steps) ? run.steps.filter(isObject) : [];
  const ended = utcTime(run.finishedAt);
  const seconds = (ended - utcTime(run.startedAt)) / 1000;
  const evenly = Number.isFinite(seconds) && steps.length > 0 ? seconds / steps.length : 9;
  return {
    scenario: name,
    title: `Recorded: ${name}`,
    prompt: text(run.task),
    model: text(run.llm),
    steps: steps.map((step) => toStep(step, folder, evenly)),
    ...toEnd(run),
    agentVersion: text(run.browserUseVersion) === "" ? null : text(run.browserUseVersion),
    ...(isObject(run.metadata) ? { metadata: run.metadata } : {}),
    begins: replay ? "first-read" : Number.isFinite(ended) ? { endedAt: ended } : AN_HOUR_AGO,
    queueSeconds: replay ? 2 : 0,
  };
}

function toStep(step: Json, folder: string, evenly: number): ScriptStep {
  const actions = Array.isArray(step.actions) ? step.actions : [];
  return {
    ...(Number.isInteger(step.number) ? { number: Number(step.number) } : {}),
    memory: text(step.memory),
    evaluation: text(step.evaluationPreviousGoal),
    goal: text(step.nextGoal),
    url: text(step.url),
    actions: actions.map((action) =>
      typeof action === "string" ? action : JSON.stringify(action),
    ),
    screenshot: toScreenshot(step.screenshotUrl, folder),
    duration: typeof step.duration === "number" && step.duration >= 0 ? step.duration : evenly,
  };
}

function toScreenshot(path: unknown, folder: string): ScreenshotRef | null {
  if (typeof path !== "string" || path === "") return null;
  const file = resolve(folder, path);
  return file.startsWith(folder + sep) ? { file } : { broken: 403 };
}

const ENDS = ["finished", "stopped", "failed"] as const;

/** How a run ended; one that was recorded before its end keeps the status it had. */
function toEnd(run: Json): Pick<TaskScript, "ending" | "fixedStatus"> {
  const status = ENDS.find((word) => word === run.status);
  if (status === undefined) {
    const word = text(run.status);
    return ["", "created", "started"].includes(word)
      ? { ending: null }
      : { ending: null, fixedStatus: word };
  }
  const output = run.doneOutput ?? run.output;
  return {
    ending: {
      status,
      output: typeof output === "string" ? output : null,
      isSuccess: typeof run.isSuccess === "boolean" ? run.isSuccess : null,
      ...toJudge(run),
    },
  };
}

function toJudge(run: Json): Pick<NonNullable<TaskScript["ending"]>, "judge" | "suggestions"> {
  const { judgement, judgeVerdict, suggestions } = run;
  return {
    ...(typeof judgeVerdict === "boolean"
      ? {
          judge: {
            verdict: judgeVerdict,
            reasoning: "",
            raw: typeof judgement === "string" ? judgement : null,
          },
        }
      : {}),
    ...(Array.isArray(suggestions) ? { suggestions: suggestions.map(text) } : {}),
  };
}

/** Epoch milliseconds of a recorded time, which is UTC even without a zone. */
function utcTime(value: unknown): number {
  const words = text(value);
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(words) ? words : `${words}Z`);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
