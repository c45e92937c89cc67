"use client";

import { MessageSquarePlus, MonitorX, Pause, Play, Square, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { deferHydration } from "@/components/ui/defer-hydration";
import { useControlStanding } from "@/lib/client/task/use-control-standing";
import type { ControlStanding } from "@/lib/contract/task-control";
import type { Task } from "@/lib/domain/task/task";
import { isFinal } from "@/lib/domain/task/task-status";
import { StopPanel } from "./stop-panel";

// Its script comes with the first press.
const MessagesDialog = deferHydration(() => import("./messages-dialog"));

type TaskControlsProps = {
  task: Task;
  /** What may be done to it as the server rendered it. */
  control: ControlStanding;
};

/** What an operator may do to a task, where the server allows that. */
export default function TaskControls({ task, control }: TaskControlsProps) {
  const { canPause } = useControlStanding(task, control, false);
  const [isWriting, setIsWriting] = useState(false);
  const isRun = task.run !== undefined;
  const noun = isRun ? "run" : "task";
  const isOver = isFinal(task.status);
  return (
    <>
      {canPause && task.status === "running" && (
        <StopPanel
          key="pause"
          taskId={task.id}
          face={<ControlFace Icon={Pause} words="Pause" />}
          label="Pause the task"
          words="Pauses the task for everybody, until somebody resumes it. Nothing is lost; its browser stays up, and may cost meanwhile."
          ways={[{ words: "Pause task", wish: { action: "pause" } }]}
          busyWords="Pausing…"
          isHarmless
        />
      )}
      {canPause && task.status === "paused" && (
        <StopPanel
          key="resume"
          taskId={task.id}
          face={<ControlFace Icon={Play} words="Resume" />}
          label="Resume the task"
          words="Lets the agent go on from where it paused."
          ways={[{ words: "Resume task", wish: { action: "resume" } }]}
          busyWords="Resuming…"
          isHarmless
        />
      )}
      {!isOver && (
        <StopPanel
          key="task"
          taskId={task.id}
          face={<ControlFace Icon={Square} words="Stop" />}
          label={`Stop the ${noun}`}
          words={`Stops the ${noun} for everybody; it cannot go on afterwards. What else its session does loses the browser if you stop that, too.`}
          ways={[
            { words: `Stop ${noun}, keep browser`, wish: { action: "stop", withBrowser: false } },
            { words: `Stop ${noun} and browser`, wish: { action: "stop", withBrowser: true } },
          ]}
        />
      )}
      {isOver && task.sessionStatus === "active" && (
        <StopPanel
          key="browser"
          taskId={task.id}
          face={<ControlFace Icon={MonitorX} words="Stop browser" />}
          label="Stop the browser"
          words={`The ${noun} is over, and its browser is still up. What else its session does loses it.`}
          ways={[{ words: "Stop browser", wish: { action: "stop-browser" } }]}
        />
      )}
      {isRun && (
        <Button
          aria-haspopup="dialog"
          title="Follow-up messages"
          onClick={() => {
            setIsWriting(true);
          }}
        >
          <MessageSquarePlus aria-hidden="true" />
          <span className="sr-only">Follow-up messages</span>
        </Button>
      )}
      {isWriting && (
        <MessagesDialog
          taskId={task.id}
          onClose={() => {
            setIsWriting(false);
          }}
        />
      )}
    </>
  );
}

/** What stands on a button: its picture, and words where there is room for them. */
function ControlFace({ Icon, words }: { Icon: LucideIcon; words: string }) {
  return (
    <>
      <Icon aria-hidden="true" />
      <span className="max-sm:sr-only">{words}</span>
    </>
  );
}
