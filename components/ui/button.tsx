import { clsx } from "clsx";
import type { ComponentProps } from "react";

const LOOKS = {
  primary: "bg-accent text-on-accent border-transparent hover:opacity-90",
  secondary: "border-line-strong bg-surface text-fg hover:bg-raised",
  quiet: "border-transparent text-muted hover:bg-raised hover:text-fg",
} as const;

const BASE =
  "inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md border px-2.5 text-[0.8125rem] font-medium whitespace-nowrap transition-colors disabled:pointer-events-none disabled:opacity-45 [&_svg]:size-3.5";

export type ButtonLook = keyof typeof LOOKS;

/** The classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = "secondary", className?: string): string {
  return clsx(BASE, LOOKS[look], className);
}

/** A button with words on it. */
export function Button({
  look = "secondary",
  className,
  ...rest
}: ComponentProps<"button"> & { look?: ButtonLook }) {
  return <button type="button" className={buttonClass(look, className)} {...rest} />;
}
