"use client";

import { clsx } from "clsx";
import { useFullText } from "@/lib/client/task/use-full-text";
import { BigText } from "./big-text";
import { byteWords } from "./byte-words";
import CopyButton from "./copy-button";
import { CutNote } from "./cut-note";

type CutTextProps = {
  /** What the text is, for the ear. */
  label: string;
  /** The beginning that is here. */
  text: string;
  /** The size of the full text, in bytes. */
  size: number;
  /** Fetches the full text. */
  load: (signal: AbortSignal) => Promise<string>;
  /** Where the full text can be downloaded. */
  href: string;
  /** Height and size of letters. */
  className: string;
};

/** A text that was cut for its size, in a box to scroll, with the rest one button away. */
export default function CutText({ label, text, size, load, href, className }: CutTextProps) {
  const { full, show } = useFullText(load);
  const isFull = full.state === "full";
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="group"
        aria-label={label}
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        dir="auto"
        className={clsx(
          "thin-scroll overflow-y-auto rounded-md border border-line bg-surface px-3 py-2 foreign-text whitespace-pre-wrap",
          className,
        )}
      >
        <BigText text={isFull ? full.value : text} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <CutNote
          shown={`First ${byteWords(new TextEncoder().encode(text).byteLength)}`}
          size={size}
          full={full}
          onShow={show}
          href={href}
        />
        {isFull && <CopyButton text={() => full.value}>Copy all</CopyButton>}
      </div>
    </div>
  );
}
