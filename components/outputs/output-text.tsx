"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import CopyButton from "@/components/ui/copy-button";
import { deferHydration } from "@/components/ui/defer-hydration";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import { outputKind, type OutputKind } from "@/lib/domain/text/output-kind";
import { isQuickToDraw } from "@/lib/domain/text/quick-to-draw";
import { PlainOutput } from "./plain-output";

const MarkdownOutput = deferHydration(() => import("./markdown-output"));
const JsonOutput = deferHydration(() => import("./json-output"));

/** Brings the script that renders an output of its kind. */
export async function prepareOutput(output: string | null): Promise<void> {
  const shown = outputKind(output);
  if (shown.kind === "json") await JsonOutput.load();
  if (shown.kind === "markdown") await MarkdownOutput.load();
}

type OutputTextProps = {
  output: string | null;
  absentWords: string;
  /** What else can be done with it, above it. */
  tools?: ReactNode;
};

/** The final text of a task, rendered by its kind, with the raw text one button away. */
export function OutputText({ output, absentWords, tools }: OutputTextProps) {
  const [isRaw, setIsRaw] = useState(false);
  const isHydrated = useIsHydrated();
  // Nobody else is answered while the server draws: there, what takes long stays the text it is.
  const canDraw = isHydrated || output === null || isQuickToDraw(output.trim());
  const shown: OutputKind = canDraw ? outputKind(output) : { kind: "text" };
  if (output === null || shown.kind === "absent" || shown.kind === "empty") {
    return (
      <>
        <OutputTools>{tools}</OutputTools>
        <p className="text-muted">
          {shown.kind === "empty" ? "The output is an empty text." : absentWords}
        </p>
      </>
    );
  }
  const canRender = shown.kind !== "text";
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-end gap-1">
        {tools}
        {canRender && (
          <Button
            look="quiet"
            aria-pressed={isRaw}
            onClick={() => {
              setIsRaw(!isRaw);
            }}
          >
            Raw text
          </Button>
        )}
        <CopyButton text={() => output}>Copy output</CopyButton>
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-surface p-4">
        {isRaw ? <PlainOutput text={output} /> : <Rendered output={output} shown={shown} />}
      </div>
    </div>
  );
}

/** A row for what can be done with an output that has no row of its own; away where there is nothing. */
export function OutputTools({ children }: { children: ReactNode }) {
  if (children === undefined) return null;
  return <div className="flex min-h-8 items-center justify-end">{children}</div>;
}

function Rendered({ output, shown }: { output: string; shown: OutputKind }) {
  if (shown.kind === "json") return <JsonOutput {...shown} />;
  if (shown.kind === "markdown") return <MarkdownOutput text={output} />;
  return <PlainOutput text={output} />;
}
