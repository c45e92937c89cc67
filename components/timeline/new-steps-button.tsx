import { ArrowDown } from "lucide-react";

/** The way back to the end of the list, with what came there meanwhile; nothing when nothing came. */
export function NewStepsButton({ count, onClick }: { count: number; onClick: () => void }) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onClick}
      className="absolute bottom-4 left-1/2 inline-flex h-8 -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent px-3.5 text-xs font-medium whitespace-nowrap text-on-accent shadow-lg"
    >
      <ArrowDown aria-hidden="true" className="size-3.5" />
      {count} new {count === 1 ? "step" : "steps"}
    </button>
  );
}
