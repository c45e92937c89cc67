"use client";

import { useState } from "react";

const LONG_PROMPT = 140;

/** The prompt as the heading of the page: two lines at most until the reader asks for all of it. */
export function TaskPrompt({ prompt }: { prompt: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const text = prompt.trim();
  const isLong = text.length > LONG_PROMPT || text.includes("\n");
  return (
    <div className="min-w-0">
      <h1
        dir="auto"
        className={
          isOpen
            ? "max-h-64 thin-scroll overflow-y-auto text-[0.9375rem] leading-snug font-medium foreign-text whitespace-pre-wrap"
            : "line-clamp-2 text-[0.9375rem] leading-snug font-semibold foreign-text"
        }
      >
        {text === "" ? "Task without a prompt" : text}
      </h1>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          className="-mx-1 rounded px-1 text-xs text-muted underline decoration-dotted underline-offset-2 hover:text-fg"
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? "Show less of the prompt" : "Show the whole prompt"}
        </button>
      )}
    </div>
  );
}
