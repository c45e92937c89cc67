/** The shapes in which a task can be answered: two of `/api/v2`, and the run of `/api/v4`. */
export type Contract = "documented" | "current" | "v4";

/** Where the bytes of a screenshot come from, or how the store fails to have them. */
export type ScreenshotRef =
  | { recording: string }
  | { file: string }
  /** The object is not there, or the store refuses it however fresh the address is. */
  | { broken: 404 | 403 }
  /** These bytes under that label, whatever they are. */
  | { bytes: Buffer; type: string };

/** One step as it will be reported, once its time has come. */
export type ScriptStep = {
  /** As the upstream numbers it; by its place from 1 unless given. */
  number?: number;
  memory: string;
  evaluation: string;
  goal: string;
  url: string;
  /** Actions as the upstream sends them: JSON objects as text, usually. */
  actions: readonly string[];
  screenshot: ScreenshotRef | null;
  /** Seconds. */
  duration: number;
};

/** A file of a task with its content. */
export type ScriptFile = { name: string; content: string; type?: string };

/** How a task ends; `null` in a script means that it never does by itself. */
type Ending = {
  status: "finished" | "failed" | "stopped";
  output: string | null;
  isSuccess: boolean | null;
  /** `raw` stands for a judgement as it was recorded. */
  judge?: { verdict: boolean; reasoning: string; raw?: string | null };
  suggestions?: readonly string[];
};

/** Everything a task will ever show, known beforehand; the clock decides how much of it shows now. */
export type TaskScript = {
  scenario: string;
  title: string;
  prompt: string;
  model: string;
  steps: readonly ScriptStep[];
  ending: Ending | null;
  /**
   * `first-read`: the clock starts when somebody first looks. Otherwise the run ended this many seconds ago, or
   * at this time (epoch milliseconds).
   */
  begins: "first-read" | { endedSecondsAgo: number } | { endedAt: number };
  /** Seconds between creation and start; `null` for a task that never starts. */
  queueSeconds: number | null;
  /** A status word served in place of the real one. */
  fixedStatus?: string;
  /** The session outlives the task. */
  keepAlive?: boolean;
  /** Whether there is a video of its browser once that has stopped; the service says nothing of it unless said otherwise. */
  isRecorded?: boolean;
  /** Where the service shows it to everybody. */
  publicShareUrl?: string;
  /** What the proxy of its browser carried. */
  proxy?: { usedMb: string; cost: string };
  files?: readonly ScriptFile[];
  uploads?: readonly ScriptFile[];
  /** The agent's version; each contract has one of its own unless said otherwise. */
  agentVersion?: string | null;
  metadata?: Record<string, unknown>;
  /** Its live page tries to break out of its frame. */
  isLiveHostile?: boolean;
  /** The contracts that can express it; all unless said otherwise. Only where it names v4 is there a sample of that. */
  contracts?: readonly Contract[];
  /** What only a run of v4 has. */
  run?: RunPart;
};

/** What only a run of v4 has. */
type RunPart = {
  /** Its events carry no pictures. */
  hasNoPictures?: boolean;
  /** What its browser saved. */
  downloads?: readonly ScriptFile[];
  /** The step after which its files stand in the workspace; after the last unless said otherwise. */
  filesAfterStep?: number;
  /** Messages that wait in its session from the beginning. */
  queue?: readonly string[];
  /** The scenario whose session it goes on with. */
  follows?: string;
  /** Seconds from its end to the judgement; 4 unless said otherwise. */
  judgedAfter?: number;
};

/** One action as the upstream's text. */
export function act(name: string, params: Record<string, unknown> = {}): string {
  return JSON.stringify({ [name]: params });
}
