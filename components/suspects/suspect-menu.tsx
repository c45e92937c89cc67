"use client";

import { ScanSearch } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonClass } from "@/components/ui/button";
import { PopPanel } from "@/components/ui/pop-panel";
import { SuspectList } from "./suspect-list";

/** Where to look first in a run that was seen going on: behind a button, so that what is live keeps its place. */
export function SuspectMenu(list: ComponentProps<typeof SuspectList>) {
  const { length } = list.suspects;
  const guesses = length === 1 ? "a guess" : `${String(length)} guesses`;
  return (
    <PopPanel
      label={`Where to look first: ${guesses}`}
      buttonClassName={buttonClass("secondary", "text-waiting")}
      face={
        <>
          <ScanSearch aria-hidden="true" />
          <span className="max-sm:hidden">Where to look</span>
          <span className="tabular-nums">{length}</span>
        </>
      }
    >
      {(close) => (
        <section aria-label="Where to look first">
          <p className="px-1.5 pb-1 text-xs text-faint">
            {length === 1 ? "A guess, not a finding." : "Guesses, not findings."}
          </p>
          <SuspectList
            {...list}
            onSelect={(step) => {
              close();
              list.onSelect(step);
            }}
            onOpenOutput={() => {
              close();
              list.onOpenOutput();
            }}
          />
        </section>
      )}
    </PopPanel>
  );
}
