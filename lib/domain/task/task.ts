import type { Cut } from "./step";
import type { JsonObject } from "@/lib/domain/text/json";
import type { TaskStatus } from "./task-status";
import type { Usage } from "./usage";

/** A file of a task, by its upstream id. The name was chosen by the agent or a web page. */
export type TaskFile = { id: string; name: string };

/** The agent's own claim and the judge's verdict, kept apart: they often disagree. `null` means nobody said. */
export type Verdict = {
  agent: boolean | null;
  judge: boolean | null;
  /** What the judge wrote, in words; `null` when it wrote nothing. */
  judgement: string | null;
};

/** What the judge raised beside its words. */
export type JudgeFlags = { reachedCaptcha: boolean; impossibleTask: boolean };

/** Whether the browser behind the task is up; `null` when the upstream did not say. */
export type SessionStatus = "active" | "stopped" | "unknown";

/** A browser of the session that a run belongs to; it may serve several runs. Costs are USD as decimal text. */
export type RunBrowser = {
  id: string;
  status: SessionStatus;
  startedAt: string | null;
  finishedAt: string | null;
  browserCost: string | null;
  proxyCost: string | null;
};

/** What runs of the v4 API tell of themselves, and tasks do not. */
type RunFacts = {
  title: string | null;
  /** Why it failed, in the words of the service; `null` when nobody said. */
  error: string | null;
  usage: Usage;
  /** What its searches cost; `null` when there was none. */
  searchCost: string | null;
  /** The most tokens its model can look at. */
  contextLimit: number | null;
  /** The browsers of its session, the newest last; `null` when nobody said. */
  browsers: readonly RunBrowser[] | null;
};

/** The texts of a task that may be cut. */
export type TaskTextField = "prompt" | "output" | "judgement";

/** The long texts of a task, whole. */
export type TaskTexts = { prompt: string; output: string | null; judgement: string | null };

/** One task, without its steps. Times are ISO 8601 with `Z`; cost is USD as decimal text. */
export type Task = {
  id: string;
  prompt: string;
  status: TaskStatus;
  /** The upstream's own word for the status, as it came. */
  rawStatus: string;
  model: string | null;
  createdAt: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** The final text; an empty text and an absent one are different things. */
  output: string | null;
  verdict: Verdict;
  /** `null` when the judge raised none, or nobody judged. */
  judgeFlags: JudgeFlags | null;
  /** What the service proposes for the next try; `null` when nobody said. */
  suggestions: readonly string[] | null;
  cost: string | null;
  files: readonly TaskFile[];
  uploads: readonly TaskFile[];
  metadata: JsonObject;
  agentVersion: string | null;
  sessionStatus: SessionStatus | null;
  /** A live view can be asked for now. The address itself is a credential and is never part of a task. */
  hasLive: boolean;
  stepCount: number;
  /** The texts of which only the beginning is here, and metadata that was left out; `null` when all is there. */
  cut: Cut<TaskTextField | "metadata"> | null;
  /** Of a run of the v4 API alone. */
  run?: RunFacts;
};
