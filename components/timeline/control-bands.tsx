import { deferHydration } from "@/components/ui/defer-hydration";
import type { ControlNote } from "@/lib/domain/task/control-note";
import { notesBetween } from "@/lib/domain/task/notes-between";

// Its script comes where somebody did something.
const ControlBand = deferHydration(() => import("./control-band"));

type ControlBandsProps = {
  notes: readonly ControlNote[];
  /** The numbers of the steps before and behind; `null` at the beginning and the end. */
  after: number | null;
  before: number | null;
};

/** What people did to the run between two of its steps; mostly nothing. */
export function ControlBands({ notes, after, before }: ControlBandsProps) {
  const here = notesBetween(notes, after, before);
  return here.length > 0 && <ControlBand notes={here} />;
}
