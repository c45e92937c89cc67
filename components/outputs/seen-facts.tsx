"use client";

import { UntrustedText } from "@/components/ui/untrusted-text";
import { useFactPlaces } from "@/lib/client/task/use-fact-places";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { FactPlaces } from "@/lib/domain/facts/seek-facts";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { truncate } from "@/lib/domain/text/truncate";

const LONGEST = 100;
/** More than these are folded. */
const SHOWN = 12;

type SeenFactsProps = { content: TaskContent; onSelect: (step: number) => void };

/** Where in the run the facts of the output, and the demands of the prompt, were seen; nothing where there are none. */
export default function SeenFacts({ content, onSelect }: SeenFactsProps) {
  const seen = useFactPlaces(content);
  if (seen === null || seen.answered.length + seen.asked.length === 0) return null;
  const list = { taskId: content.task.id, onSelect };
  return (
    <section aria-label="Where it was seen" className="text-sm">
      <h2 className="mb-1 text-[0.8125rem] font-semibold">Where it was seen</h2>
      <p className="mb-2 text-xs text-faint">
        This says where it was seen, not whether it is true. Texts of the steps are looked through,
        screenshots are not.
        {seen.isPart && " Of this run, only a part was looked through."}
      </p>
      <Facts name="Answered" places={seen.answered} {...list} />
      <Facts name="Asked" places={seen.asked} {...list} />
    </section>
  );
}

type FactsProps = {
  name: string;
  places: readonly FactPlaces[];
  taskId: string;
  onSelect: (step: number) => void;
};

function Facts({ name, places, ...links }: FactsProps) {
  if (places.length === 0) return null;
  const row = (one: FactPlaces) => (
    <li
      key={`${one.fact.kind} ${one.fact.text}`}
      className="flex flex-wrap items-baseline gap-x-2 border-b border-line py-1 last:border-b-0"
    >
      <bdi className="min-w-0 font-medium foreign-text">
        <UntrustedText text={truncate(one.fact.text, LONGEST)} />
      </bdi>
      <Where {...one} {...links} />
    </li>
  );
  const unseen = places.filter(({ count }) => count === 0).length;
  const folded = places.slice(SHOWN);
  return (
    <div className="mb-3">
      <h3 className="text-xs font-medium text-faint">
        {name}
        {unseen > 0 && ` · ${String(unseen)} of ${String(places.length)} not seen in any step`}
      </h3>
      <ul>{places.slice(0, SHOWN).map(row)}</ul>
      {folded.length > 0 && (
        <details>
          <summary className="py-1 text-xs text-muted">{`${String(folded.length)} more`}</summary>
          <ul>{folded.map(row)}</ul>
        </details>
      )}
    </div>
  );
}

type WhereProps = Omit<FactPlaces, "fact"> & { taskId: string; onSelect: (step: number) => void };

function Where({ steps, count, said, ...links }: WhereProps) {
  if (count === 0) {
    return (
      <span className="text-xs text-muted">
        not seen in any step
        {said.length > 0 && (
          <>
            {", only said in "}
            <StepLinks steps={said} {...links} />
          </>
        )}
      </span>
    );
  }
  const more = count - steps.length;
  return (
    <span className="text-xs text-muted">
      <StepLinks steps={steps} {...links} />
      {more > 0 && ` and ${String(more)} more`}
    </span>
  );
}

type StepLinksProps = {
  steps: readonly number[];
  taskId: string;
  onSelect: (step: number) => void;
};

function StepLinks({ steps, taskId, onSelect }: StepLinksProps) {
  const { page } = useTaskRoutes(taskId);
  return steps.map((step, index) => (
    <span key={step}>
      {index > 0 && ", "}
      <a
        href={page(step)}
        className="text-accent tabular-nums underline underline-offset-2"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          onSelect(step);
        }}
      >
        {`step ${String(step)}`}
      </a>
    </span>
  ));
}
