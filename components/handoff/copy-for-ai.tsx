"use client";

import { Sparkles } from "lucide-react";
import { byteWords } from "@/components/ui/byte-words";
import CopyButton from "@/components/ui/copy-button";
import type { Handoff } from "@/lib/domain/handoff/for-ai";
import { maskedWords } from "./masked-words";

type CopyForAiProps = {
  handoff: Handoff;
  /** What is copied: `this step`. */
  what: string;
  /** Classes of the words, where there may be no width for them. */
  wordsClassName?: string;
  className?: string;
};

/** Copies a document for an assistant, and says before how large it is and what is masked in it. */
export function CopyForAi({ handoff, what, wordsClassName, className = "" }: CopyForAiProps) {
  const { text, masked, leftOut } = handoff;
  const size = byteWords(new TextEncoder().encode(text).length);
  const notes = [
    `Copies ${what} as Markdown for an assistant`,
    maskedWords(masked),
    leftOut.length === 0
      ? ""
      : `left out for size: ${leftOut.length === 1 ? (leftOut[0] ?? "") : `${String(leftOut.length)} parts`}`,
  ];
  return (
    <span className="contents" title={notes.filter((note) => note !== "").join("; ")}>
      <CopyButton text={() => text} icon={<Sparkles aria-hidden="true" />} className={className}>
        <span className={wordsClassName}>{`Copy for AI · ${size}`}</span>
        <span className="sr-only">{`, ${what}`}</span>
      </CopyButton>
    </span>
  );
}
