"use client";

import { parseAsInteger, parseAsStringLiteral, useQueryStates } from "nuqs";

/** The parts of the task page that the URL can name. */
const TASK_VIEWS = ["steps", "live", "step", "output", "files", "raw"] as const;
export type TaskViewName = (typeof TASK_VIEWS)[number];

const LOCATION = {
  step: parseAsInteger,
  view: parseAsStringLiteral(TASK_VIEWS),
};

/** Where the reader stands, kept in the URL: the selected step (none while following) and the open view. */
export function useTaskLocation() {
  const [{ step, view }, setLocation] = useQueryStates(LOCATION, { history: "push" });
  return {
    step,
    view,
    /** Selects a step and opens it. */
    selectStep: (number: number) => void setLocation({ step: number, view: null }),
    /** Goes on from the open step to another, as a film does: Back leads to where the reader came from. */
    passToStep: (number: number) =>
      void setLocation(
        { step: number, view: null },
        { history: step === null || view !== null ? "push" : "replace" },
      ),
    /** Leaves the selected step and follows the newest one. */
    follow: () => void setLocation({ step: null }),
    openView: (name: TaskViewName) => void setLocation({ view: name }),
  };
}
