"use client";

import { useNow } from "@/lib/client/api/clock";
import { taskTrouble } from "@/lib/client/task/task-trouble";
import type { PageFreshness } from "@/lib/client/task/use-task-signals";
import { livenessOf, type Liveness } from "@/lib/domain/freshness/liveness";
import { livenessWords } from "@/lib/domain/freshness/liveness-words";

const TIME = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

const TONES: Partial<Record<Liveness["kind"], string>> = {
  silent: "text-waiting",
  offline: "text-waiting",
  limited: "text-waiting",
  failing: "text-waiting",
  refused: "text-failure",
};

type FreshnessLineProps = { freshness: PageFreshness; renderedAt: number };

/** One line in words: how alive what the page shows is. It always has its place, whatever it says. */
export default function FreshnessLine({ freshness, renderedAt }: FreshnessLineProps) {
  const { snapshot: content, pace, fetchedAt, problem, isCatchingUp } = freshness;
  const trouble = taskTrouble(problem, content.stale);
  const now = useNow(renderedAt);
  const state = livenessOf({ content, pace, fetchedAt, trouble, isCatchingUp }, now);
  const words = livenessWords(state, (at) => {
    const isToday = DATE.format(at) === DATE.format(now);
    return (isToday ? TIME : DATE).format(at);
  });
  return (
    <p
      title={words}
      className={`min-w-0 truncate text-xs tabular-nums max-sm:order-last max-sm:basis-full sm:flex-1 sm:leading-8 ${TONES[state.kind] ?? "text-faint"}`}
    >
      {words}
    </p>
  );
}
