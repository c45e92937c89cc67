"use client";

import { Download } from "lucide-react";
import type { FullText } from "@/lib/client/task/use-full-text";
import { Button, buttonClass } from "./button";
import { byteWords } from "./byte-words";

/** More than this is offered as a download: a page should not hold it. */
const LARGEST_SHOWN = 8 * 1024 * 1024;

type CutNoteProps = {
  /** What is shown before all of it is there: `First 64 KB`. */
  shown: string;
  /** The size of all of it, in bytes. */
  size: number;
  full: FullText<unknown>;
  onShow: () => void;
  /** Where all of it can be downloaded. */
  href: string;
};

/** Says that a text is cut, and offers it in full. */
export function CutNote({ shown, size, full, onShow, href }: CutNoteProps) {
  const all = byteWords(size);
  if (full.state === "full") return <Line>All {all} are shown.</Line>;
  return (
    <Line>
      <span>
        {shown} of {all}
      </span>
      {size > LARGEST_SHOWN ? (
        <a href={href} download className={buttonClass()}>
          <Download aria-hidden="true" />
          Download all
        </a>
      ) : (
        <Button disabled={full.state === "loading"} onClick={onShow}>
          {full.state === "failed" ? "Try again" : "Show all"}
        </Button>
      )}
      <span role="status">
        {full.state === "loading" && `Loading ${all}…`}
        {full.state === "failed" && `Could not be loaded: ${full.words}.`}
      </span>
    </Line>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-2.5 gap-y-1 font-sans text-xs text-muted">
      {children}
    </div>
  );
}
