"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** From here on two lines of a small screen may not hold it. */
const LONG_PROMPT = 80;

/** The prompt as the heading of the page: two lines at most until the reader asks for all of it. */
export function TaskPrompt({ prompt }: { prompt: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const text = prompt.trim();
  const isLong = text.length > LONG_PROMPT || text.includes("\n");
  return (
    <div className="flex min-w-0 items-start gap-2">
      <h1
        dir="auto"
        className={
          isOpen
            ? "max-h-64 grow thin-scroll overflow-y-auto text-[0.9375rem] leading-snug font-medium foreign-text whitespace-pre-wrap"
            : "line-clamp-2 grow text-[0.9375rem] leading-snug font-semibold foreign-text"
        }
      >
        {text === "" ? "Task without a prompt" : text}
      </h1>
      {isLong && (
        <IconButton
          label={isOpen ? "Show less of the prompt" : "Show the whole prompt"}
          aria-expanded={isOpen}
          className="-my-1.5"
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <ChevronDown aria-hidden="true" className={isOpen ? "rotate-180" : ""} />
        </IconButton>
      )}
    </div>
  );
}
