"use client";

import { TASK_VIEWS, type TaskViewName } from "@/lib/domain/task/task-views";
import { changeUrlSearch, useUrlSearch } from "@/lib/client/url/url-search";

/** Where the reader stands, kept in the URL: the selected step (none while following) and the open view. */
export function useTaskLocation() {
  const search = useUrlSearch();
  const number = Number.parseInt(search.get("step") ?? "", 10);
  const step = Number.isNaN(number) ? null : number;
  const view = TASK_VIEWS.find((name) => name === search.get("view")) ?? null;
  return {
    step,
    view,
    /** Selects a step and opens it. */
    selectStep: (target: number) => {
      changeUrlSearch({ step: String(target), view: null }, "push");
    },
    /** Goes on from the open step to another, as a film does: Back leads to where the reader came from. */
    seekToStep: (target: number) => {
      const isFirst = step === null || view !== null;
      changeUrlSearch({ step: String(target), view: null }, isFirst ? "push" : "replace");
    },
    /** Leaves the selected step and follows the newest one. */
    follow: () => {
      changeUrlSearch({ step: null }, "push");
    },
    openView: (name: TaskViewName) => {
      changeUrlSearch({ view: name }, "push");
    },
  };
}
