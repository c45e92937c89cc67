import { clsx } from "clsx";
import { CircleX, Flag, Gavel, Hourglass, Repeat, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";

const ICONS: Record<Suspect["kind"], LucideIcon> = {
  "failed-step": CircleX,
  repeated: Repeat,
  "no-effect": CircleX,
  slowest: Hourglass,
  "last-before-end": Flag,
  judge: Gavel,
};

type SuspectListProps = {
  taskId: string;
  suspects: readonly Suspect[];
  selected: number | null;
  onSelect: (step: number) => void;
  /** Opens what was written about the task as a whole. */
  onOpenOutput: () => void;
  /** There is width for a reason on one line, on a large screen. */
  isWide?: boolean;
  /** What else can be done with a suspect. */
  tools?: ((suspect: Suspect) => ReactNode) | undefined;
};

/** The suspects, one line each: a link to the step that opens it in place, and the reason. */
export function SuspectList(props: SuspectListProps) {
  return (
    <ol className="flex min-w-0 grow flex-col">
      {props.suspects.map((suspect) => (
        <li key={`${suspect.kind}-${String(suspect.step)}`} className="flex min-w-0 items-start">
          <SuspectItem suspect={suspect} {...props} />
          {props.tools?.(suspect)}
        </li>
      ))}
    </ol>
  );
}

function SuspectItem({
  suspect: { kind, step, reason },
  taskId,
  selected,
  onSelect,
  onOpenOutput,
  isWide = false,
}: SuspectListProps & { suspect: Suspect }) {
  const { page } = useTaskRoutes(taskId);
  const Icon = ICONS[kind];
  const isSelected = step !== null && step === selected;
  return (
    <a
      href={page(step)}
      title={reason}
      aria-current={isSelected ? "step" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        if (step === null) onOpenOutput();
        else onSelect(step);
      }}
      className={clsx(
        "flex min-h-6 min-w-0 grow items-start gap-2 rounded-md px-1.5 py-0.5",
        isSelected ? "bg-accent/8" : "hover:bg-raised",
      )}
    >
      <Icon aria-hidden="true" className="mt-[0.1875rem] size-3.5 shrink-0 text-faint" />
      <span className="shrink-0 font-medium text-accent tabular-nums">
        {step === null ? "Output" : `Step ${String(step)}`}
      </span>
      <span
        className={clsx(
          "min-w-0 foreign-text text-fg",
          isWide ? "line-clamp-2 lg:line-clamp-1" : "line-clamp-4",
        )}
      >
        {reason}
      </span>
    </a>
  );
}
