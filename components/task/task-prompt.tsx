"use client";

import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { BigText } from "@/components/ui/big-text";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { IconButton } from "@/components/ui/icon-button";
import type { Task } from "@/lib/domain/task/task";
import { truncate } from "@/lib/domain/text/truncate";

const CutTaskText = lazy(() => import("@/components/status/cut-task-text"));

/** From here on two lines of a small screen may not hold it. */
const LONG_PROMPT = 80;
/** More than two lines of any screen hold. */
const LONGEST_CLAMPED = 2000;

type TaskPromptProps = {
  task: Task;
  /** The heading where there is no prompt to show. */
  emptyWords: string;
};

/** The prompt as the heading of the page: two lines at most until the reader asks for all of it. */
export function TaskPrompt({ task, emptyWords }: TaskPromptProps) {
  const [isOpen, setIsOpen] = useState(false);
  const text = task.prompt.trim();
  const cutFrom = task.cut?.prompt;
  const isLong = text.length > LONG_PROMPT || text.includes("\n");
  const isFull = isOpen && cutFrom === undefined;
  return (
    <div className="flex min-w-0 items-start gap-2">
      <div className="flex min-w-0 grow flex-col gap-1.5">
        <h1
          dir="auto"
          className={
            isFull
              ? "max-h-64 thin-scroll overflow-y-auto text-[0.9375rem] leading-snug font-medium foreign-text whitespace-pre-wrap"
              : "line-clamp-2 text-[0.9375rem] leading-snug font-semibold foreign-text"
          }
        >
          {text === "" ? emptyWords : null}
          {isFull ? (
            <BigText text={text} />
          ) : (
            <UntrustedText text={truncate(text, LONGEST_CLAMPED)} />
          )}
        </h1>
        {isOpen && cutFrom !== undefined && (
          <Suspense fallback={<p className="text-faint">Rendering…</p>}>
            <CutTaskText task={task} field="prompt" size={cutFrom} label="Prompt" />
          </Suspense>
        )}
      </div>
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
