import { useEffect } from "react";
import { useControlStanding } from "@/lib/client/task/use-control-standing";
import type { ControlStanding } from "@/lib/contract/task-control";
import type { ControlNote } from "@/lib/domain/task/control-note";
import type { Task } from "@/lib/domain/task/task";

type ControlWatcherProps = {
  task: Pick<Task, "id" | "status">;
  rendered: ControlStanding;
  /** The page goes on asking for its task. */
  isAsking: boolean;
  onNotes: (notes: readonly ControlNote[]) => void;
};

/** Tells the page what others do to its task, and what was done from here. */
export function ControlWatcher({ task, rendered, isAsking, onNotes }: ControlWatcherProps) {
  const { notes } = useControlStanding(task, rendered, isAsking);
  useEffect(() => {
    onNotes(notes);
  }, [notes, onNotes]);
  return null;
}
