import { clsx } from "clsx";
import { Check, CircleAlert, Eye, Hand, TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Need, Severity } from "@/lib/domain/needs/need";
import { needWords, type NextStep } from "@/lib/domain/needs/need-words";
import { roughDuration } from "@/lib/domain/text/rough-duration";

const LOOKS: Record<Severity, { Icon: typeof Hand; tone: string }> = {
  now: { Icon: Hand, tone: "bg-waiting/10 text-waiting" },
  soon: { Icon: TriangleAlert, tone: "bg-waiting/10 text-waiting" },
  look: { Icon: CircleAlert, tone: "bg-surface text-muted" },
};

type NeedLineProps = {
  /** `null` when it is over, and the line stays so that nothing below it moves. */
  need: Need | null;
  /** A live view can be asked for. */
  hasLive: boolean;
  isSeen: boolean;
  /** A mark is being changed. */
  isBusy: boolean;
  /** Why a mark could not be changed, in words. */
  failure: string | null;
  /** Epoch milliseconds. */
  now: number;
  onNext: (next: NextStep) => void;
  onSeen: (isSeen: boolean) => void;
};

/** One line: that a run needs a person, why, since when, and what to do next. */
export function NeedLine(props: NeedLineProps) {
  const { need, hasLive, isSeen, isBusy, failure, now, onNext, onSeen } = props;
  if (need === null) {
    return (
      <NeedRegion tone="bg-surface text-muted">
        <p role="status">It goes on: nobody is needed now.</p>
      </NeedRegion>
    );
  }
  const { title, next } = needWords(need, hasLive);
  const { Icon, tone } = LOOKS[need.severity];
  return (
    <NeedRegion tone={isSeen ? "bg-surface text-muted" : tone}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <p
        role="status"
        className={clsx("flex min-w-0 items-baseline gap-1.5", !isSeen && "text-fg")}
      >
        <span className={clsx("truncate", !isSeen && "font-medium")}>{title}</span>
        {need.isGuess && <span className="shrink-0 text-xs text-faint">a guess</span>}
      </p>
      {/* The time ticks for the eye; the ear hears the line once. */}
      <span aria-hidden="true" className="shrink-0 text-xs text-muted tabular-nums max-sm:hidden">
        {sinceWords(need, now)}
      </span>
      {failure !== null && (
        <span role="alert" className="truncate text-xs text-failure">
          {failure}
        </span>
      )}
      <span className="ml-auto flex shrink-0 gap-1">
        {next.kind !== "run" && (
          <Button
            onClick={() => {
              onNext(next);
            }}
          >
            {next.label}
          </Button>
        )}
        <Button
          look="quiet"
          className="max-sm:px-1.5"
          title={
            isSeen ? "Seen; press to take that back, for everybody" : "Mark as seen, for everybody"
          }
          disabled={isBusy}
          onClick={() => {
            onSeen(!isSeen);
          }}
        >
          {isSeen ? <Check aria-hidden="true" /> : <Eye aria-hidden="true" />}
          <span className="max-sm:sr-only">{isSeen ? "Seen" : "Mark as seen"}</span>
        </Button>
      </span>
    </NeedRegion>
  );
}

function NeedRegion({ tone, children }: { tone: string; children: React.ReactNode }) {
  return (
    <section
      aria-label="Whether it needs a person"
      className={clsx("flex h-9 shrink-0 items-center gap-2 border-b border-line px-4", tone)}
    >
      {children}
    </section>
  );
}

function sinceWords({ since, severity }: Need, now: number): string {
  if (since === null) return "";
  const span = roughDuration((now - Date.parse(since)) / 1000);
  return severity === "look" ? `${span} ago` : `for ${span}`;
}
