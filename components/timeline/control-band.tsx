import { TimeText } from "@/components/ui/time-text";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { controlWords, type ControlNote } from "@/lib/domain/task/control-note";
import { truncate } from "@/lib/domain/text/truncate";

/** What people did to the run between two of its steps. */
export default function ControlBand({ notes }: { notes: readonly ControlNote[] }) {
  return notes.map((note) => (
    <p
      key={note.id}
      className="border-b border-line bg-waiting/8 px-4 py-1 text-center text-xs text-muted"
    >
      <TimeText iso={note.at} className="text-faint" />{" "}
      <bdi className="font-medium foreign-text text-fg">
        <UntrustedText text={note.who === null ? "Somebody here" : truncate(note.who, 80)} />
      </bdi>{" "}
      {controlWords(note)}
    </p>
  ));
}
