"use client";

import { createPortal } from "react-dom";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { useIsPrinting } from "@/lib/client/browser/use-is-printing";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { PrintedHead } from "./printed-head";
import { PrintedStep } from "./printed-step";

type PrintSheetProps = {
  snapshot: TaskSnapshot;
  /** The step to print; `null` for the whole run. */
  selected: number | null;
};

/**
 * What goes to paper: the selected step, or with none the whole run with its output. The screen shows a part of a
 * long list and of long texts; paper cannot be scrolled, so it gets all of them.
 */
export default function PrintSheet({ snapshot, selected }: PrintSheetProps) {
  const isPrinting = useIsPrinting();
  if (!isPrinting) return null;
  const { task, steps } = snapshot;
  const index = steps.findIndex(({ number }) => number === selected);
  const chosen = index < 0 ? steps : steps.slice(index, index + 1);
  return createPortal(
    <div className="print-sheet">
      <PrintedHead snapshot={snapshot} />
      {chosen.map((step) => (
        <PrintedStep
          key={step.number}
          taskId={task.id}
          step={step}
          next={steps[steps.indexOf(step) + 1] ?? null}
        />
      ))}
      {index < 0 && task.output !== null && (
        <section>
          <h2>Output</h2>
          <p dir="auto" className="foreign-text whitespace-pre-wrap">
            <UntrustedText text={task.output} />
          </p>
          {task.cut?.output !== undefined && <p>This is only its beginning.</p>}
        </section>
      )}
    </div>,
    document.body,
  );
}
