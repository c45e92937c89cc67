"use client";

import { ChevronRight, Download, RefreshCw } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import CopyButton from "@/components/ui/copy-button";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { apiRoutes } from "@/lib/contract/routes";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import { readJsonTree } from "@/lib/domain/text/json-tree";
import type { Step } from "@/lib/domain/task/step";
import { JsonTree } from "./json-tree";

type RawPanelProps = {
  snapshot: TaskSnapshot;
  /** The number of the selected step. */
  selected: number | null;
};

/** A list longer than this is shown in parts: nobody reads a thousand rows, and each costs. */
const PART = 100;

/**
 * The task as our HTTP API gives it: nothing in it opens a live view or a file. It stands still while the run
 * goes on, until the reader asks for the newer state.
 */
export default function RawPanel({ snapshot, selected }: RawPanelProps) {
  const [shown, setShown] = useState(snapshot);
  const isHydrated = useIsHydrated();
  const text = () => JSON.stringify(shown, null, 2);
  return (
    <section aria-label="Raw" className="mx-auto flex max-w-5xl flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted">What the HTTP API answers for this task.</p>
        <span className="flex flex-wrap gap-1">
          <Button
            look="quiet"
            disabled={shown.revision === snapshot.revision}
            onClick={() => {
              setShown(snapshot);
            }}
          >
            <RefreshCw aria-hidden="true" />
            {shown.revision === snapshot.revision ? "Up to date" : "Show the newer state"}
          </Button>
          <CopyButton text={text} look="secondary">
            Copy JSON
          </CopyButton>
          <Button
            onClick={() => {
              save(`task-${shown.task.id}.json`, text());
            }}
          >
            <Download aria-hidden="true" />
            Download JSON
          </Button>
        </span>
      </div>
      {/* Nobody else is answered while the server draws, and this is all of a task. */}
      {isHydrated ? (
        <Trees snapshot={shown} selected={selected} />
      ) : (
        <p>
          <a className="text-accent underline" href={apiRoutes.task(shown.task.id)}>
            Open the JSON answer
          </a>
        </p>
      )}
    </section>
  );
}

function Trees({ snapshot, selected }: RawPanelProps) {
  const { steps, ...head } = snapshot;
  const step = steps.find((one) => one.number === selected);
  return (
    <>
      <Part title="Task" isOpen>
        <DataTree data={head} openLevels={2} />
      </Part>
      {step !== undefined && (
        <Part key={step.number} title={`Step ${String(step.number)}`} isOpen>
          <DataTree data={step} openLevels={3} />
        </Part>
      )}
      <Part title={`All steps (${steps.length.toLocaleString("en")})`}>
        <DataTree data={inParts(steps)} openLevels={1} />
      </Part>
    </>
  );
}

type PartProps = { title: string; isOpen?: boolean; children: ReactNode };

function Part({ title, isOpen = false, children }: PartProps) {
  return (
    <details open={isOpen} className="group rounded-lg border border-line bg-surface">
      <summary className="flex h-9 list-none items-center gap-1.5 rounded-lg px-3 font-medium group-open:border-b group-open:border-line [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 text-faint transition-transform group-open:rotate-90"
        />
        {title}
      </summary>
      <div className="p-3">{children}</div>
    </details>
  );
}

/** Deeper than anything our HTTP API answers. */
const DEEPEST = 200;

function DataTree({ data, openLevels }: { data: object; openLevels: number }) {
  const tree = readJsonTree(JSON.stringify(data), DEEPEST);
  return tree === null ? null : <JsonTree tree={tree} openLevels={openLevels} />;
}

function inParts(steps: readonly Step[]): object {
  if (steps.length <= PART) return steps;
  const parts: Record<string, readonly Step[]> = {};
  for (let from = 0; from < steps.length; from += PART) {
    const part = steps.slice(from, from + PART);
    parts[`steps ${String(part[0]?.number)}–${String(part.at(-1)?.number)}`] = part;
  }
  return parts;
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
