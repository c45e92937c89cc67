"use client";

import { CornerDownRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { deferHydration } from "@/components/ui/defer-hydration";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { stepForAi } from "@/lib/domain/handoff/for-ai";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { CopyForAi } from "./copy-for-ai";

// Its script comes with the first press.
const ContinueDialog = deferHydration(() => import("./continue-dialog"));

type StepHandoffProps = { content: TaskContent; number: number; suspects: readonly Suspect[] };

/** Hands a step on: to an assistant, or to a new task that goes on from it. */
export default function StepHandoff({ content, number, suspects }: StepHandoffProps) {
  const { own } = useTaskRoutes(content.task.id);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <CopyForAi handoff={stepForAi(content, number, suspects)} what="this step" />
      {/* Whoever holds a share link has no key to start a task with. */}
      {own !== null && (
        <Button
          look="quiet"
          aria-haspopup="dialog"
          title="Makes the prompt of a task that does the rest"
          onClick={() => {
            setIsOpen(true);
          }}
        >
          <CornerDownRight aria-hidden="true" />
          Continue from here
        </Button>
      )}
      {isOpen && (
        <ContinueDialog
          content={content}
          number={number}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
