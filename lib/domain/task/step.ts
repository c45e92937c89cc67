import type { Action } from "./action";
import type { Outcome } from "./outcome";
import type { Usage } from "./usage";

/** The fields of a step that may be cut. */
export type StepTextField = "memory" | "evaluation" | "nextGoal" | "url" | "actions";

/** One step of a task, keyed by its number. Every text in it was chosen by the agent or by a web page. */
export type Step = {
  number: number;
  memory: string;
  /** What the agent wrote about the step before this one. */
  evaluation: string;
  /** How **this** step went, read from the evaluation in the next step. */
  outcome: Outcome;
  nextGoal: string;
  url: string;
  hasScreenshot: boolean;
  /** Names the picture itself: it stays when an address is signed anew, and goes with a picture to another number. */
  screenshotKey: string | null;
  actions: readonly Action[];
  /** Seconds, or `null` where the wire contract has none. */
  durationSeconds: number | null;
  /** False for a step that was reported before and no longer is, while its run goes on. */
  isReported: boolean;
  /** The fields of which only the beginning is here; `null` when all are whole. */
  cut: Cut<StepTextField> | null;
  /** What the model used for it. Of a run of the v4 API alone, and of a step that has ended. */
  usage?: Usage;
};

/** What was cut: for each field its whole size in bytes, as UTF-8. Of a list, the size of all its texts. */
export type Cut<Field extends string> = Readonly<Partial<Record<Field, number>>>;
