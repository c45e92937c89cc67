import type { Step } from "@/lib/domain/task/step";
import { ControlBands } from "./control-bands";
import { GapNote } from "./gap-note";
import { StepRow } from "./step-row";
import { gapWords, type TimelineRows } from "./timeline-rows";

type TimelineRowProps = { list: TimelineRows; step: Step; index: number };

/** A row of the timeline with the note before it, without its list item. */
export function TimelineRow({ list, step, index }: TimelineRowProps) {
  return (
    <>
      {!list.isFiltered && (
        <ControlBands
          notes={list.notes}
          after={list.rows[index - 1]?.number ?? null}
          before={step.number}
        />
      )}
      <GapNote words={gapWords(list, index)} />
      <StepRow
        taskId={list.taskId}
        step={step}
        isSelected={step.number === list.selected}
        isBusy={step.number === list.busy}
        isTabStop={step.number === list.tabStop}
        needle={list.needle}
      />
    </>
  );
}
