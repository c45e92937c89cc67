import { clsx } from "clsx";
import type { ReactNode } from "react";

/** The colour families of the theme. */
export type Tone = "neutral" | "active" | "waiting" | "success" | "failure" | "muted";

const TONES: Record<Tone, string> = {
  neutral: "text-neutral bg-neutral/10 ring-neutral/25",
  active: "text-active bg-active/10 ring-active/25",
  waiting: "text-waiting bg-waiting/10 ring-waiting/25",
  success: "text-success bg-success/10 ring-success/25",
  failure: "text-failure bg-failure/10 ring-failure/25",
  muted: "text-muted bg-raised ring-line-strong",
};

type BadgeProps = { tone: Tone; title?: string; className?: string; children: ReactNode };

/** A small coloured label. */
export function Badge({ tone, className, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={clsx(
        "inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap ring-1 ring-inset [&_svg]:size-3.5",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
