"use client";

import { useRef, type ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { PopPanel } from "@/components/ui/pop-panel";
import { useControl } from "@/lib/client/task/use-control";
import type { TaskControl } from "@/lib/contract/task-control";

type StopPanelProps = {
  taskId: string;
  label: string;
  /** The button's face. */
  face: ReactNode;
  /** What will happen. */
  words: string;
  ways: readonly { words: string; wish: TaskControl }[];
  /** Said while it is done. */
  busyWords?: string;
  /** Nothing is lost by it. */
  isHarmless?: boolean;
};

/** A button that asks once more, and says what it will do. */
export function StopPanel(props: StopPanelProps) {
  const { taskId, label, face, words, ways, busyWords = "Stopping…", isHarmless = false } = props;
  const { isBusy, failure, act } = useControl(taskId);
  const box = useRef<HTMLDivElement>(null);
  // The focus goes back to where it was, as by Escape.
  const refocus = () => {
    box.current?.querySelector("button")?.focus();
  };
  return (
    <div ref={box} className="contents">
      <PopPanel label={label} face={face} buttonClassName={buttonClass()} size="menu">
        {(close) => (
          <div role="group" aria-label={`${label}?`} className="flex flex-col gap-3 p-4">
            <p className="text-[0.8125rem] text-muted">{words}</p>
            <div className="flex flex-col items-stretch gap-1.5">
              {ways.map((way, index) => (
                <Button
                  key={way.words}
                  autoFocus={index === 0}
                  className={isHarmless ? "" : "text-failure"}
                  disabled={isBusy}
                  onClick={() => {
                    void act(way.wish).then((isDone) => {
                      if (!isDone) return;
                      close();
                      refocus();
                    });
                  }}
                >
                  {way.words}
                </Button>
              ))}
              <Button
                look="quiet"
                onClick={() => {
                  close();
                  refocus();
                }}
              >
                {isHarmless ? "Leave it" : "Keep"}
              </Button>
            </div>
            <p role="status" className="text-xs text-muted empty:hidden">
              {isBusy ? busyWords : ""}
            </p>
            <p role="alert" className="text-[0.8125rem] text-failure empty:hidden">
              {failure}
            </p>
          </div>
        )}
      </PopPanel>
    </div>
  );
}
