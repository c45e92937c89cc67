"use client";

import { useState } from "react";
import { useCopy } from "@/lib/client/browser/use-copy";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { bindingsOf } from "@/lib/domain/shortcuts/shortcut-keys";
import { stepAfterMove, type StepMove } from "@/lib/domain/steps/step-move";

type StepKeysInput = {
  taskId: string;
  steps: readonly { number: number }[];
  selected: number | null;
  isLive: boolean;
  onSeek: (number: number) => void;
  onPreviousSuspect: (() => void) | undefined;
  onNextSuspect: (() => void) | undefined;
  onHelp: () => void;
};

/** The page's keys for walking through the steps; answers words to show for what a key did. */
export function useStepKeys(input: StepKeysInput): string {
  const { taskId, steps, selected, isLive, onSeek, onHelp } = input;
  const { state, copy } = useCopy();
  const { page, own } = useTaskRoutes(taskId);
  const [copied, setCopied] = useState<number | null>(null);
  const walk = (move: StepMove) => () => {
    const target = stepAfterMove(steps, selected, move, isLive);
    if (target !== null && target !== selected) onSeek(target);
  };
  useShortcuts(
    bindingsOf<(event: KeyboardEvent) => void>({
      nextStep: walk("next"),
      previousStep: walk("previous"),
      firstStep: walk("first"),
      lastStep: walk("last"),
      ...(input.onPreviousSuspect && { previousSuspect: input.onPreviousSuspect }),
      ...(input.onNextSuspect && { nextSuspect: input.onNextSuspect }),
      ...(own && {
        copyLink: (event) => {
          const step = selected ?? steps.at(-1)?.number ?? null;
          if (event.repeat) return;
          setCopied(step);
          void copy(new URL(page(step), window.location.origin).href);
        },
      }),
      help: onHelp,
    }),
  );
  if (state === "failed") return "The link could not be copied.";
  if (state !== "copied") return "";
  return copied === null ? "Link to the task copied" : `Link to step ${String(copied)} copied`;
}
