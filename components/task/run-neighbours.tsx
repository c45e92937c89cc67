"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";
import { neighbourRun, type Neighbour } from "@/lib/client/runs/neighbour-run";
import { RUNS_OF_PAGE, runsQueryOptions } from "@/lib/client/runs/runs-query";
import { pageRoutes } from "@/lib/contract/routes";
import { bindingsOf } from "@/lib/domain/shortcuts/shortcut-keys";

/** A list that is so old is read again before somebody is led by it. */
const FRESH_MS = 15_000;
const TOLD_MS = 4000;

const WORDS: Record<Extract<Neighbour, { id: null }>["reason"], string> = {
  "not-read": `This run is not among the ${String(RUNS_OF_PAGE)} newest.`,
  "is-newest": "This is the newest run.",
  "is-oldest": "This is the oldest run.",
  "not-searched": "Older runs were not searched. The list of runs shows more.",
};

/** The ways to the runs that were made after and before this one. Nothing is asked before one of them is gone. */
export function RunNeighbours({ taskId }: { taskId: string }) {
  const client = useQueryClient();
  const router = useRouter();
  const [told, setTold] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => {
      setTold("");
    }, TOLD_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [told]);
  const go = async (way: "newer" | "older") => {
    setTold("");
    const list = await client
      .query({ ...runsQueryOptions({ status: null, sessionId: null }), staleTime: FRESH_MS })
      .catch(() => null);
    if (list === null) {
      setTold("The list of runs could not be read.");
      return;
    }
    const next = neighbourRun(list, taskId, way);
    if (next.id === null) setTold(WORDS[next.reason]);
    else router.push(pageRoutes.task(next.id));
  };
  useShortcuts(
    bindingsOf<(event: KeyboardEvent) => void>({
      newerRun: () => void go("newer"),
      olderRun: () => void go("older"),
    }),
  );
  return (
    <>
      <span className="flex max-sm:hidden">
        <IconButton label="Newer run" onClick={() => void go("newer")}>
          <ChevronUp aria-hidden="true" />
        </IconButton>
        <IconButton label="Older run" onClick={() => void go("older")}>
          <ChevronDown aria-hidden="true" />
        </IconButton>
      </span>
      <p
        role="status"
        className="absolute top-full right-0 z-10 mt-1 rounded-md border border-line-strong bg-surface px-2.5 py-1 text-xs whitespace-nowrap text-muted shadow-md empty:hidden"
      >
        {told}
      </p>
    </>
  );
}
