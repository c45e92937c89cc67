import { clsx } from "clsx";
import { Check, Minus, X, type LucideIcon } from "lucide-react";
import type { Outcome } from "@/lib/domain/task/outcome";

const LOOKS: Record<Outcome, { label: string; className: string; Icon: LucideIcon }> = {
  success: { label: "Succeeded", className: "text-success bg-success/12", Icon: Check },
  failure: { label: "Failed", className: "text-failure bg-failure/12", Icon: X },
  unknown: { label: "Outcome unknown", className: "text-faint bg-raised", Icon: Minus },
};

/** How a step went, as a mark with its word for the ear. */
export function OutcomeMark({ outcome, isBusy = false }: { outcome: Outcome; isBusy?: boolean }) {
  const { label, className, Icon } = LOOKS[outcome];
  const text = isBusy ? "Newest step, not judged yet" : label;
  return (
    <span
      title={text}
      className={clsx(
        "inline-flex size-4.5 shrink-0 items-center justify-center rounded-full",
        isBusy ? "bg-active/12" : className,
      )}
    >
      {isBusy ? (
        <span aria-hidden="true" className="size-1.5 animate-pulse-dot rounded-full bg-active" />
      ) : (
        <Icon aria-hidden="true" className="size-3" strokeWidth={2.75} />
      )}
      <span className="sr-only">{text}.</span>
    </span>
  );
}
