"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { MOST_ON_BOARD } from "@/lib/contract/board";
import { findTaskId } from "@/lib/domain/task-id";

type AddTaskFormProps = { taskIds: readonly string[]; onAdd: (taskIds: string[]) => void };

/** Takes task IDs or links onto the board, several at once if commas stand between them. */
export function AddTaskForm({ taskIds, onAdd }: AddTaskFormProps) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");

  const add = () => {
    const found = text.split(/[,\n]/).flatMap((part) => findTaskId(part).id ?? []);
    const added = [...new Set(found)].filter((id) => !taskIds.includes(id));
    if (found.length === 0) setProblem("There is no task ID in this text.");
    else if (added.length === 0) setProblem("This task is on the board already.");
    else if (taskIds.length + added.length > MOST_ON_BOARD) {
      setProblem(`A board holds ${String(MOST_ON_BOARD)} tasks. Take one off first.`);
    } else {
      setText("");
      onAdd(added);
    }
  };

  return (
    <form
      noValidate
      className="w-full sm:w-96"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className="flex gap-2">
        <input
          type="text"
          aria-label="Add a task: ID, link, or any text with one"
          aria-invalid={problem !== ""}
          aria-describedby="add-problem"
          placeholder="Paste a task ID or link"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem("");
          }}
          className="h-8 min-w-0 grow rounded-md border border-line-strong bg-surface px-2.5 text-[0.8125rem] placeholder:text-faint aria-invalid:border-failure"
        />
        <Button type="submit">
          <Plus aria-hidden="true" />
          Add
        </Button>
      </div>
      <p id="add-problem" role="alert" className="mt-0.5 min-h-5 text-xs text-failure">
        {problem}
      </p>
    </form>
  );
}
