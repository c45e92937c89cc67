"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { MOST_ON_BOARD } from "@/lib/contract/board";
import { addToBoard } from "@/lib/domain/task/add-to-board";
import { findTaskIds } from "@/lib/domain/task/find-task-id";

type AddTaskFormProps = { taskIds: readonly string[]; onAdd: (taskIds: string[]) => void };

/** Takes every task ID of a pasted text onto the board, and says what became of them. */
export function AddTaskForm({ taskIds, onAdd }: AddTaskFormProps) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const [told, setTold] = useState("");

  const add = () => {
    const result = addToBoard(taskIds, findTaskIds(text), MOST_ON_BOARD);
    setProblem(result.added.length === 0 ? result.words : "");
    setTold(result.added.length === 0 ? "" : result.words);
    if (result.added.length === 0) return;
    setText("");
    onAdd([...result.added]);
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
            setTold("");
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
      <p role="status" className="text-xs text-muted empty:hidden">
        {told}
      </p>
    </form>
  );
}
