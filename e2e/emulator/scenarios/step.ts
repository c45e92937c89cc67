import type { ScriptStep } from "../script";

type StepWords = Partial<Omit<ScriptStep, "actions" | "screenshot">> & {
  actions?: readonly string[];
  /** The name of a recording. */
  shot?: string | null;
  screenshot?: ScriptStep["screenshot"];
};

/** One step; what is left out is empty, as it often is in real runs. */
export function step(words: StepWords): ScriptStep {
  const { shot, screenshot, ...rest } = words;
  return {
    memory: "",
    evaluation: "",
    goal: "",
    url: "about:blank",
    actions: [],
    duration: 9,
    screenshot: screenshot ?? (shot === undefined || shot === null ? null : { recording: shot }),
    ...rest,
  };
}
