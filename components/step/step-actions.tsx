import { actionLabel } from "@/lib/domain/steps/describe-action";
import { paramText } from "@/lib/domain/steps/telling-params";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import type { Action } from "@/lib/domain/task/action";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { LongText } from "@/components/ui/long-text";
import { truncate } from "@/lib/domain/text/truncate";

/** What the agent did in a step: each action by name with its parameters, or as it came. */
export function StepActions({ actions }: { actions: readonly Action[] }) {
  if (actions.length === 0) return <p className="text-faint">No action recorded.</p>;
  return (
    <ol className="flex flex-col gap-1.5">
      {actions.map((action, index) => (
        <li
          // Actions have no identity but their place; they never reorder within a step.
          key={index}
          className="rounded-md border border-line bg-surface px-3 py-2"
        >
          {"raw" in action ? (
            <code className="font-mono text-xs foreign-text whitespace-pre-wrap">
              <LongText text={action.raw} limit={600} />
            </code>
          ) : (
            <NamedAction {...action} />
          )}
        </li>
      ))}
    </ol>
  );
}

function NamedAction({ name, params, title, result, error }: Exclude<Action, { raw: string }>) {
  // Some tools are told their own title.
  const entries = Object.entries(params).filter(([, value]) => value !== title);
  return (
    <>
      <p className="font-medium" title={showHidden(truncate(name, 200))}>
        <bdi>
          <UntrustedText text={truncate(actionLabel(name), 120)} />
        </bdi>
        {title !== undefined && (
          <bdi className="ml-2 font-normal foreign-text">
            <UntrustedText text={truncate(title, 300)} />
          </bdi>
        )}
      </p>
      {entries.length > 0 && (
        <dl className="mt-1 grid grid-cols-[minmax(3rem,max-content)_1fr] gap-x-3 gap-y-0.5 text-xs">
          {entries.map(([key, value]) => (
            <div key={key} className="contents">
              <dt className="max-w-40 font-mono foreign-text text-faint">
                <LongText text={key} limit={200} />
              </dt>
              <dd dir="auto" className="font-mono foreign-text whitespace-pre-wrap">
                <LongText text={paramText(value)} limit={400} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {error !== undefined && (
        <p dir="auto" className="mt-1 text-xs foreign-text whitespace-pre-wrap text-failure">
          <span className="font-medium">Failed{error === "" ? "." : ": "}</span>
          <LongText text={error} limit={600} />
        </p>
      )}
      {result !== undefined && (
        <p dir="auto" className="mt-1 text-xs foreign-text whitespace-pre-wrap text-muted">
          <LongText text={result} limit={400} />
        </p>
      )}
    </>
  );
}
