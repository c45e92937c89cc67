import type { Action } from "./action";
import type { Outcome } from "./outcome";

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
  actions: readonly Action[];
  /** Seconds, or `null` where the wire contract has none. */
  durationSeconds: number | null;
};
