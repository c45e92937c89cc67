import { clsx } from "clsx";
import type { LiveViewState } from "@/lib/domain/freshness/live-view-state";

type LiveWordsProps = {
  state: LiveViewState;
  /** The last screenshot stands in the place of the live view. */
  hasScreenshot: boolean;
};

/** The state of the live view in words. */
export function LiveWords({ state, hasScreenshot }: LiveWordsProps) {
  const { title, words, dot } = describeLive(state, hasScreenshot);
  return (
    <p role="status" className="flex min-w-0 flex-wrap items-center gap-x-2">
      <span aria-hidden="true" className={clsx("size-2 shrink-0 rounded-full", dot)} />
      <strong className="font-medium whitespace-nowrap">{title}</strong>
      <span className="min-w-0 text-muted">{words}</span>
    </p>
  );
}

/** The words of each state of the live view. */
export function describeLive(
  state: LiveViewState,
  hasScreenshot: boolean,
): { title: string; words: string; dot: string } {
  switch (state.kind) {
    case "waiting":
      return {
        title: "Waiting",
        words:
          state.reason === "not-started"
            ? "The live view opens when the task starts."
            : "The browser session has no live view yet.",
        dot: "bg-line-strong",
      };
    case "screenshots":
      if (state.outlives)
        return {
          title: "Browser still up",
          words: `The run is over, and its browser stays up. ${
            hasScreenshot ? "This is the last screenshot. " : ""
          }Take control to open the browser itself.`,
          dot: "bg-waiting",
        };
      return {
        title: "View only",
        words: hasScreenshot
          ? "The newest screenshot, which takes no input. Take control to open the agent's browser itself."
          : "No screenshot yet. Take control to open the agent's browser itself.",
        dot: "bg-active animate-pulse-dot",
      };
    case "connecting":
      return state.isSlow
        ? {
            title: "No answer yet",
            words: "The live view takes longer than it should. Try again, or take a look later.",
            dot: "bg-failure",
          }
        : { title: "Connecting", words: "Opening the live view.", dot: "bg-waiting" };
    case "open":
      return {
        title: "Under your control",
        words: "What you type and click goes to the agent's browser. If it stays empty, try again.",
        dot: "bg-waiting",
      };
    case "unavailable":
      return {
        title: "Not available",
        words: "The live view could not be opened.",
        dot: "bg-failure",
      };
    case "ended":
      return {
        title: "Ended",
        words: `The ${state.reason === "task" ? "run" : "browser session"} is over. ${
          hasScreenshot ? "This is its last screenshot." : "It left no screenshot."
        }`,
        dot: "bg-line-strong",
      };
  }
}
