import { clsx } from "clsx";
import Link from "next/link";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { pageRoutes } from "@/lib/contract/routes";
import type { AlignedStep } from "@/lib/domain/compare/align-runs";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { toPageAddress } from "@/lib/domain/text/page-address";
import type { Step } from "@/lib/domain/task/step";
import { truncate } from "@/lib/domain/text/truncate";
import { SideMark } from "./side-mark";
import { actionWords, courseWords, goalWords } from "./step-words";

const KINDS: Record<AlignedStep["kind"], { label: string; sign: string; className: string }> = {
  same: { label: "Same", sign: "=", className: "text-faint" },
  changed: { label: "Different", sign: "≠", className: "text-failure bg-failure/10" },
  "only-a": { label: "Only in A", sign: "−", className: "text-active bg-active/10" },
  "only-b": { label: "Only in B", sign: "+", className: "text-waiting bg-waiting/10" },
};

type AlignedRowProps = {
  row: AlignedStep;
  taskIds: { a: string; b: string };
  /** The run that has no step here has yet to get there. */
  isPending: boolean;
};

/** One row of the two runs: A's step, how the two stand to each other, B's step. */
export function AlignedRow({ row, taskIds, isPending }: AlignedRowProps) {
  const { label, sign, className } = isPending ? pendingLook(row) : KINDS[row.kind];
  return (
    <div
      className={clsx(
        "grid border-b border-line md:grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)]",
        row.kind === "same" ? "" : "bg-raised/60",
      )}
    >
      <p className="flex items-center px-3 pt-2 md:order-2 md:justify-center md:p-0">
        <span
          className={clsx(
            "inline-flex h-5 items-center gap-1 rounded-full px-2 text-xs whitespace-nowrap",
            className,
          )}
        >
          <span aria-hidden="true">{sign}</span>
          {label}
        </span>
      </p>
      <Cell side="a" taskId={taskIds.a} step={row.a} className="md:order-1" />
      <Cell
        side="b"
        taskId={taskIds.b}
        step={row.b}
        isBrief={row.kind === "same"}
        className="md:order-3"
      />
    </div>
  );
}

function pendingLook(row: AlignedStep) {
  const label = row.a === null ? "Not yet in A" : "Not yet in B";
  return { label, sign: "…", className: "text-muted bg-raised" };
}

type CellProps = {
  side: "a" | "b";
  taskId: string;
  step: Step | null;
  /** On a small screen, where the sides stand below each other, what both say is said once. */
  isBrief?: boolean;
  className: string;
};

function Cell({ side, taskId, step, isBrief = false, className }: CellProps) {
  if (step === null) {
    return (
      <p className={clsx("px-3 py-2 text-faint max-md:hidden", className)}>
        <span aria-hidden="true">–</span>
      </p>
    );
  }
  const course = courseWords(step);
  return (
    <div className={clsx("flex min-w-0 items-start gap-2 px-3 py-2", className)}>
      <SideMark side={side} />
      <div className="min-w-0 grow">
        <p className="flex min-w-0 items-baseline gap-2 text-xs text-muted">
          <Link
            href={pageRoutes.task(taskId, step.number)}
            prefetch={false}
            data-step-row=""
            className="shrink-0 rounded py-0.5 font-medium text-accent underline decoration-dotted underline-offset-2"
          >
            Step {step.number}
            <span className="sr-only"> of run {side.toUpperCase()}</span>
          </Link>
          {course !== "" && (
            <span
              className={clsx(
                "shrink-0 tabular-nums",
                step.outcome === "failure" && "text-failure",
              )}
            >
              {course}
            </span>
          )}
          <bdi className="min-w-0 truncate" title={showHidden(truncate(step.url, 500))}>
            {toPageAddress(step.url).label}
          </bdi>
        </p>
        <div className={isBrief ? "max-md:hidden" : ""}>
          <p dir="auto" className="line-clamp-1 foreign-text">
            <UntrustedText text={goalWords(step)} />
          </p>
          <p dir="auto" className="line-clamp-1 text-xs foreign-text text-muted">
            <UntrustedText text={actionWords(step)} />
          </p>
        </div>
      </div>
    </div>
  );
}
