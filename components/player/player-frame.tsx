import type { ReactNode } from "react";

/** The boxes of the player, with or without something in them: what loads later moves nothing. */
export function PlayerFrame({ strip, controls }: { strip?: ReactNode; controls?: ReactNode }) {
  return (
    <section aria-label="Player" className="flex shrink-0 flex-col border-t border-line bg-surface">
      <div className="h-[4.75rem] lg:h-[5.5rem] lg:[[data-filmstrip=closed]_&]:hidden">{strip}</div>
      <div className="h-[4.75rem] border-line lg:h-11 lg:border-t">{controls}</div>
    </section>
  );
}
