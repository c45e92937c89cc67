import { HostNote } from "@/components/status/host-note";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { spentOn, timePerSite, type SpentPart } from "@/lib/domain/steps/spent-on";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { formatCost } from "@/lib/domain/text/format-cost";
import { formatDuration } from "@/lib/domain/text/format-duration";

type SpentLineProps = { content: TaskContent; onSelect: (step: number) => void };

const WORDS: Record<SpentPart["kind"], { one: string; many: string }> = {
  loop: { one: "a loop", many: "loops" },
  failed: { one: "a failed step", many: "failed steps" },
  "no-effect": { one: "a click without effect", many: "clicks without effect" },
};

/** What of a run's time, and about what of its money, went into what brought nothing; away where that is little. */
export function SpentLine({ content, onSelect }: SpentLineProps) {
  const { task, steps } = content;
  const spent = spentOn(steps);
  if (spent === null) return null;
  const { parts, seconds, total } = spent;
  const share = seconds / total;
  const sites = timePerSite(steps);
  return (
    <section
      aria-label="What the time went into"
      className="flex shrink-0 flex-wrap items-baseline gap-x-4 border-b border-line bg-surface px-4 py-1.5 text-xs text-muted"
    >
      <p title="Durations of the steps. Cost is divided by time: a guess.">
        {`${formatDuration(seconds)} of ${formatDuration(total)} (${String(Math.round(share * 100))} %)`}
        {costWords(task.cost, share)}
        {" went into "}
        {parts.map((part, index) => (
          <span key={part.kind}>
            {index > 0 && (index === parts.length - 1 ? " and " : ", ")}
            <PartLink part={part} taskId={task.id} onSelect={onSelect} />
          </span>
        ))}
        .
      </p>
      {sites.length > 1 && (
        <details>
          <summary>Time per site</summary>
          <ul className="flex flex-wrap gap-x-4">
            {sites.map((site) => (
              <li key={site.host} className="flex items-baseline gap-1 tabular-nums">
                <bdi className="text-fg">{site.host}</bdi>
                <HostNote host={site.host} />
                {`${formatDuration(site.seconds)} (${String(Math.round((site.seconds / total) * 100))} %)`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function costWords(cost: string | null, share: number): string {
  const amount = Number(cost ?? Number.NaN);
  if (cost === null || !(amount > 0)) return "";
  // Two digits: more would read as measured.
  const part = Number((amount * share).toPrecision(2));
  return ` and about ${formatCost(part.toFixed(part >= 1 ? 2 : 6))} of ${formatCost(cost)}`;
}

type PartLinkProps = { part: SpentPart; taskId: string; onSelect: (step: number) => void };

function PartLink({ part: { kind, count, step }, taskId, onSelect }: PartLinkProps) {
  const { page } = useTaskRoutes(taskId);
  const { one, many } = WORDS[kind];
  return (
    <a
      href={page(step)}
      title={`Opens step ${String(step)}`}
      className="text-accent underline underline-offset-2"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onSelect(step);
      }}
    >
      {count === 1 ? one : `${String(count)} ${many}`}
    </a>
  );
}
