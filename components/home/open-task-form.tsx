"use client";

import { ArrowRight, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { pageRoutes } from "@/lib/contract/routes";
import { findTaskId } from "@/lib/domain/task/find-task-id";

const WORDS = {
  empty: "Paste a task ID first.",
  "no-id":
    "There is no task ID in this text. An ID has 32 hexadecimal digits in five groups, such as 3c90c3cc-0d44-4b50-8888-8dd25736052a.",
  "too-long":
    "This text is longer than a million characters. Paste a part that contains the task ID.",
} as const;

/** One field that takes a task ID, or any text or link that contains one. */
export function OpenTaskForm() {
  const router = useRouter();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<keyof typeof WORDS | null>(null);
  const [isOpening, startOpening] = useTransition();

  const open = (pasted: string) => {
    const found = findTaskId(pasted);
    if (found.id === null) {
      setProblem(found.reason);
      return;
    }
    setProblem(null);
    const target = pageRoutes.task(found.id, found.step);
    startOpening(() => {
      router.push(target);
    });
  };

  return (
    <form
      className="mt-4 max-w-3xl"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open(text);
      }}
    >
      <label htmlFor="task" className="mb-1.5 block font-medium">
        Task ID, link, or any text that contains one
      </label>
      <div className="flex gap-2">
        <input
          id="task"
          name="task"
          type="text"
          autoFocus
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder="3c90c3cc-0d44-4b50-8888-8dd25736052a"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby="task-problem"
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          className="h-10 min-w-0 grow rounded-md border border-line-strong bg-surface px-3 font-mono text-sm placeholder:text-faint/70 aria-invalid:border-failure"
        />
        <Button type="submit" look="primary" className="h-10 px-4" aria-busy={isOpening}>
          {isOpening ? (
            <LoaderCircle aria-hidden="true" className="animate-spin" />
          ) : (
            <ArrowRight aria-hidden="true" />
          )}
          {isOpening ? "Opening" : "Open"}
        </Button>
      </div>
      <p id="task-problem" role="alert" className="mt-1.5 min-h-5 text-failure">
        {problem !== null && WORDS[problem]}
      </p>
    </form>
  );
}
