"use client";

import { ChevronDown, ScanSearch } from "lucide-react";
import { useId, useState, type ComponentProps } from "react";
import { SuspectList } from "./suspect-list";

type SuspectBarProps = ComponentProps<typeof SuspectList> & {
  /** Whether the list is shown at first. */
  isOpenAtFirst: boolean;
};

/** Where to look first in a run that is over: a bar under the header, that folds to one line. */
export function SuspectBar({ isOpenAtFirst, ...list }: SuspectBarProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const id = useId();
  const { length } = list.suspects;
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="flex shrink-0 flex-col gap-x-3 border-b border-line bg-surface px-4 py-1.5 lg:flex-row"
    >
      <h2 id={`${id}-title`} className="shrink-0">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          className="-mx-1.5 flex h-6 items-center gap-1.5 rounded-md px-1.5 whitespace-nowrap hover:bg-raised"
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <ScanSearch aria-hidden="true" className="size-4 text-muted" />
          <span className="font-medium">Where to look first</span>
          <span className="text-xs text-faint">
            {length === 1 ? "a guess" : `${String(length)} guesses`}
          </span>
          <ChevronDown
            aria-hidden="true"
            className={isOpen ? "size-3.5 rotate-180 text-faint" : "size-3.5 text-faint"}
          />
        </button>
      </h2>
      {isOpen && (
        <div id={id} className="min-w-0 grow">
          <SuspectList isWide {...list} />
        </div>
      )}
    </section>
  );
}
