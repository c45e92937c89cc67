"use client";

import { useState } from "react";
import { truncate } from "@/lib/domain/text/truncate";
import { BigText } from "./big-text";
import { UntrustedText } from "./untrusted-text";

/** Text that shows its beginning until the reader asks for the rest. */
export function LongText({ text, limit }: { text: string; limit: number }) {
  const [isOpen, setIsOpen] = useState(false);
  if (text.length <= limit * 1.25) return <UntrustedText text={text} />;
  return (
    <>
      {isOpen ? <BigText text={text} /> : <UntrustedText text={truncate(text, limit)} />}{" "}
      <button
        type="button"
        aria-expanded={isOpen}
        className="rounded font-sans text-xs text-accent underline decoration-dotted underline-offset-2"
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {isOpen ? "Show less" : `Show all ${text.length.toLocaleString("en")} characters`}
      </button>
    </>
  );
}
