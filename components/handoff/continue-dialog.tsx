"use client";

import { useState } from "react";
import { byteWords } from "@/components/ui/byte-words";
import CopyButton from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { TabPanel } from "@/components/ui/tab-panel";
import { TabList, type Tab } from "@/components/ui/tabs";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { continueFrom } from "@/lib/domain/handoff/continue-from";
import {
  curlCall,
  pythonCall,
  typescriptCall,
  type NewTask,
} from "@/lib/domain/handoff/start-calls";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { maskedWords } from "./masked-words";

type Form = "text" | "curl" | "python" | "typescript";

const ID = "continue";
const TABS: readonly Tab<Form>[] = [
  { name: "text", label: "Text" },
  { name: "curl", label: "curl" },
  { name: "python", label: "Python" },
  { name: "typescript", label: "TypeScript" },
];
const WRITE: Record<Form, (task: NewTask) => string> = {
  text: ({ prompt }) => prompt,
  curl: curlCall,
  python: pythonCall,
  typescript: typescriptCall,
};

type ContinueDialogProps = {
  content: TaskContent;
  /** The number of the step to go on from. */
  number: number;
  onClose: () => void;
};

/** The prompt of a task that goes on from a step, as a text and as calls that start it. */
export default function ContinueDialog({ content, number, onClose }: ContinueDialogProps) {
  const [form, setForm] = useState<Form>("text");
  const [isMasking, setIsMasking] = useState(true);
  const going = continueFrom(content, number, { isMasking });
  if (going === null) return null;
  const { task, masked, leftOut } = going;
  const text = WRITE[form](task);
  return (
    <Dialog
      title={`Continue from step ${String(number)}`}
      onClose={onClose}
      className="w-[min(46rem,calc(100vw-1.5rem))]"
    >
      <div className="flex max-h-[calc(100dvh-7rem)] flex-col gap-3 p-5">
        <p className="text-muted">
          A prompt for a new task that does the rest: what was asked, where the run stood, what it
          knew, and what failed. Read it before you start it: it quotes pages.
        </p>
        <TabList
          label="Written as"
          id={ID}
          tabs={TABS}
          selected={form}
          onSelect={setForm}
          className="h-9 shrink-0 border-b border-line"
        />
        <TabPanel
          key={form}
          id={ID}
          name={form}
          className="min-h-32 thin-scroll overflow-y-auto rounded-lg border border-line bg-raised p-3"
        >
          <pre dir="auto" className="font-mono text-xs foreign-text whitespace-pre-wrap">
            <UntrustedText text={text} />
          </pre>
        </TabPanel>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={isMasking}
              onChange={(event) => {
                setIsMasking(event.target.checked);
              }}
            />
            Mask what looks like a secret
          </label>
          <span role="status" className="text-xs text-faint">
            {masked > 0 && `${maskedWords(masked)}: the task may need what stood there.`}
            {leftOut.length > 0 && ` Cut or left out for size: ${leftOut.join(", ")}.`}
          </span>
          <CopyButton text={() => text} look="primary" className="ml-auto">
            Copy · {byteWords(new TextEncoder().encode(text).length)}
          </CopyButton>
        </div>
        {form !== "text" && (
          <p className="text-xs text-faint">
            The key is read from <code>BROWSER_USE_API_KEY</code>. It starts a task that costs
            money.
          </p>
        )}
      </div>
    </Dialog>
  );
}
