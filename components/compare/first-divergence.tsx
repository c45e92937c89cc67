import Link from "next/link";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { FramedPicture } from "@/components/ui/framed-picture";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { pageRoutes } from "@/lib/contract/routes";
import type { AlignedStep, Divergence } from "@/lib/domain/compare/align-runs";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { toPageAddress } from "@/lib/domain/text/page-address";
import type { Step } from "@/lib/domain/task/step";
import { truncate } from "@/lib/domain/text/truncate";
import { divergenceWords } from "./divergence-words";
import { SideMark } from "./side-mark";
import { actionWords, courseWords, goalWords } from "./step-words";

type FirstDivergenceProps = {
  divergence: Divergence;
  rows: readonly AlignedStep[];
  taskIds: { a: string; b: string };
};

/** Where the runs part: both steps with their screenshots, or words when they do not. */
export function FirstDivergence({ divergence, rows, taskIds }: FirstDivergenceProps) {
  // Where only one run has a step, the other's next one is what it did instead.
  const rest = divergence.at === null ? null : rows.slice(divergence.at);
  return (
    <section aria-labelledby="divergence" className="min-h-16">
      <h2 id="divergence" className="text-[0.8125rem] font-semibold">
        First difference
      </h2>
      <p className="mt-0.5 mb-2 text-muted">{divergenceWords(divergence, rows)}</p>
      {rest !== null && (
        <div className="grid gap-3 md:grid-cols-2">
          <Side side="a" taskId={taskIds.a} step={nextStep(rest, "a")} />
          <Side side="b" taskId={taskIds.b} step={nextStep(rest, "b")} />
        </div>
      )}
    </section>
  );
}

function nextStep(rows: readonly AlignedStep[], side: "a" | "b"): Step | null {
  return rows.find((row) => row[side] !== null)?.[side] ?? null;
}

type SideProps = { side: "a" | "b"; taskId: string; step: Step | null };

function Side({ side, taskId, step }: SideProps) {
  const { screenshot } = useTaskRoutes(taskId);
  if (step === null) {
    return (
      <div className="flex min-h-24 items-center gap-2 rounded-lg border border-dashed border-line-strong p-3 text-muted">
        <SideMark side={side} />
        Run {side.toUpperCase()} has no further step.
      </div>
    );
  }
  const letter = side.toUpperCase();
  const name = `Step ${String(step.number)} of run ${letter}`;
  const small = screenshot(step.number, 640, step.screenshotKey);
  return (
    <article
      aria-label={name}
      className="flex min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface"
    >
      <FramedPicture
        src={step.hasScreenshot ? small : null}
        srcSet={`${small} 640w, ${screenshot(step.number, 1280, step.screenshotKey)} 1280w`}
        sizes="(min-width: 72rem) 35rem, (min-width: 48rem) 48vw, 94vw"
        alt={`Screenshot of step ${String(step.number)} of run ${letter}`}
        none="This step has no screenshot."
        failed="The screenshot could not be loaded."
        className="border-b border-line"
      />
      <div className="flex flex-col gap-1 p-3">
        <p className="flex items-center gap-2 text-xs text-muted">
          <SideMark side={side} />
          <Link
            href={pageRoutes.task(taskId, step.number)}
            prefetch={false}
            className="rounded py-1 font-medium text-accent underline decoration-dotted underline-offset-2"
          >
            Open step {step.number}
            <span className="sr-only"> of run {letter}</span>
          </Link>
          <span className={step.outcome === "failure" ? "text-failure" : ""}>
            {courseWords(step)}
          </span>
        </p>
        <p dir="auto" className="line-clamp-3 font-medium foreign-text">
          <UntrustedText text={goalWords(step)} />
        </p>
        <p dir="auto" className="line-clamp-2 foreign-text text-muted">
          <UntrustedText text={actionWords(step)} />
        </p>
        <p className="min-w-0 truncate text-xs text-faint">
          <bdi title={showHidden(truncate(step.url, 500))}>{pageWords(step.url)}</bdi>
        </p>
      </div>
    </article>
  );
}

/** The real host first; the path after it tells two pages of one site apart. */
function pageWords(url: string): string {
  const { label, href } = toPageAddress(url);
  if (href === null) return label;
  const { pathname, search } = new URL(href);
  return truncate(`${label}${pathname}${search}`, 300);
}
