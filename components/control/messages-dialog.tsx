"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fetchQueue } from "@/lib/client/api/control-task";
import { controlFailure, useControl } from "@/lib/client/task/use-control";
import { LONGEST_MESSAGE } from "@/lib/contract/task-control";
import { MessageList } from "./message-list";

type MessagesDialogProps = { taskId: string; onClose: () => void };

/** The messages that wait in the session of a run, and a field for one more. */
export default function MessagesDialog({ taskId, onClose }: MessagesDialogProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [isInterrupt, setIsInterrupt] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const { isBusy, failure, act } = useControl(taskId);
  const { data, error } = useQuery({
    queryKey: ["queue", taskId],
    queryFn: ({ signal }) => fetchQueue(taskId, signal),
    refetchOnMount: "always",
  });
  const send = async () => {
    setIsSent(false);
    // A message that may not have arrived stays in the field.
    if (!(await act({ action: "message", text, interrupt: isInterrupt }))) return;
    setText("");
    setIsInterrupt(false);
    setIsSent(true);
  };
  const trouble = failure ?? (error === null ? null : controlFailure(error));
  return (
    <Dialog
      title="Follow-up messages"
      onClose={onClose}
      className="w-[min(40rem,calc(100vw-1.5rem))]"
    >
      <div className="flex max-h-[calc(100dvh-7rem)] thin-scroll flex-col gap-4 overflow-y-auto p-5">
        {data !== undefined && <MessageList messages={data.messages} />}
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy && text.trim() !== "") void send();
          }}
        >
          <label htmlFor={id} className="text-[0.8125rem] font-semibold">
            New message
          </label>
          <textarea
            id={id}
            rows={4}
            maxLength={LONGEST_MESSAGE}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setIsSent(false);
            }}
            className="rounded-md border border-line-strong bg-surface p-2 text-sm"
          />
          <label className="flex items-start gap-2">
            <input
              type="checkbox"
              className="mt-1"
              checked={isInterrupt}
              onChange={({ target }) => {
                setIsInterrupt(target.checked);
              }}
            />
            <span>
              Interrupt
              <span className="block text-xs text-muted">
                Cancels the run that is active, and starts another one with this message in the same
                session. Otherwise the message waits until that run is over, and then starts one.
              </span>
            </span>
          </label>
          <Button
            type="submit"
            look="primary"
            className="self-start"
            disabled={isBusy || text.trim() === ""}
          >
            {isInterrupt ? "Cancel the run and send" : "Send"}
          </Button>
        </form>
        <p role="status" className="text-muted empty:hidden">
          {isBusy ? "Sending…" : isSent ? "Sent." : ""}
        </p>
        <p role="alert" className="text-failure empty:hidden">
          {trouble}
        </p>
      </div>
    </Dialog>
  );
}
