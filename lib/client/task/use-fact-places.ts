"use client";

import { useEffect, useState } from "react";
import { demandsOf, factsOf } from "@/lib/domain/facts/read-facts";
import { seekFacts, type FactPlaces } from "@/lib/domain/facts/seek-facts";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** What the prompt asks for and what the output says, each with where it was seen. */
export type SeenFacts = {
  asked: readonly FactPlaces[];
  answered: readonly FactPlaces[];
  /** Not all of the run was looked through. */
  isPart: boolean;
};

/** Looks the facts of a task up in its steps, a piece at a time; `null` without an output, and until it is done. */
export function useFactPlaces({ task, steps }: TaskContent): SeenFacts | null {
  const [seen, setSeen] = useState<SeenFacts | null>(null);
  const { prompt, output } = task;
  useEffect(() => {
    if (output === null) return;
    const demands = demandsOf(prompt);
    const work = seekFacts([...demands, ...factsOf(output)], steps);
    const go = () => {
      const { done, value } = work.next();
      if (done !== true) {
        timer = setTimeout(go);
        return;
      }
      const { places, readSteps } = value;
      setSeen({
        asked: places.slice(0, demands.length),
        answered: places.slice(demands.length),
        isPart: readSteps < steps.length || steps.some(({ cut }) => cut !== null),
      });
    };
    let timer = setTimeout(go);
    return () => {
      clearTimeout(timer);
    };
  }, [prompt, output, steps]);
  return output === null ? null : seen;
}
