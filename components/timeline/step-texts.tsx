import type { ReactNode } from "react";
import { LongText } from "@/components/ui/long-text";
import type { Step } from "@/lib/domain/step";
import { StepActions } from "./step-actions";

const LIMIT = 1500;

/** What the agent set out to do in a step. */
export function StepGoal({ text }: { text: string }) {
  return (
    <section aria-label="Next goal">
      <h3 className="mb-0.5 text-xs font-medium text-faint">Next goal</h3>
      <AgentText text={text} />
    </section>
  );
}

/** What the agent did and wrote around a step, in the order it happened. */
export function StepTexts({ step, next }: { step: Step; next: Step | null }) {
  return (
    <dl className="flex min-w-0 flex-col gap-4">
      <Part name={step.actions.length > 1 ? `Actions (${String(step.actions.length)})` : "Action"}>
        <StepActions actions={step.actions} />
      </Part>
      <Part
        name="How it went"
        hint="The agent's own judgement, written in the step after this one."
      >
        {next === null ? (
          // Its room is there before it comes, so that nothing below moves.
          <p className="min-h-11 text-sm text-faint">Written in the step after this one.</p>
        ) : (
          <AgentText text={next.evaluation} />
        )}
      </Part>
      <Part name="Evaluation of the previous step">
        <AgentText text={step.evaluation} />
      </Part>
      <Part name="Memory">
        <AgentText text={step.memory} />
      </Part>
    </dl>
  );
}

function Part({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-1 text-xs font-medium text-faint" title={hint}>
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function AgentText({ text }: { text: string }) {
  if (text.trim() === "") return <p className="text-faint">Nothing written.</p>;
  return (
    <p dir="auto" className="max-w-[75ch] text-sm foreign-text whitespace-pre-wrap">
      <LongText text={text} limit={LIMIT} />
    </p>
  );
}
