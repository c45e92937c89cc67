import { TimeText } from "@/components/ui/time-text";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { controlWords, notesBetween, type ControlNote } from "@/lib/domain/task/control-note";
import { truncate } from "@/lib/domain/text/truncate";

type ControlBandsProps = {
  notes: readonly ControlNote[];
  /** The numbers of the steps before and behind; `null` at the beginning and the end. */
  after: number | null;
  before: number | null;
};

/** What people did to the run between two of its steps. */
export function ControlBands({ notes, after, before }: ControlBandsProps) {
  return notesBetween(notes, after, before).map((note) => (
    <p
      key={note.id}
      className="border-b border-line bg-waiting/8 px-4 py-1 text-center text-xs text-muted"
    >
      <TimeText iso={note.at} className="text-faint" />{" "}
      <bdi className="font-medium text-fg">
        <UntrustedText text={note.who === null ? "Somebody here" : truncate(note.who, 80)} />
      </bdi>{" "}
      {controlWords(note)}
    </p>
  ));
}
