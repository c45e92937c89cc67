"use client";

import { StatusBadge } from "@/components/status/status-badge";
import { Button } from "@/components/ui/button";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { useRecents } from "@/lib/client/storage/recents";
import { taskName } from "@/lib/domain/task/task-name";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { truncate } from "@/lib/domain/text/truncate";

type PickRecentProps = {
  /** What stands in the fields now. */
  chosen: readonly string[];
  onPick: (side: "a" | "b", taskId: string) => void;
};

/** The tasks opened in this browser, each to be taken as A or as B. */
export function PickRecent({ chosen, onPick }: PickRecentProps) {
  const recents = useRecents() ?? [];
  if (recents.length === 0) return null;
  return (
    <section aria-labelledby="recents" className="mt-8">
      <h2 id="recents" className="text-[0.8125rem] font-semibold">
        Recent tasks
      </h2>
      <ul className="mt-2 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {recents.map((recent) => {
          const { id, status, stepCount } = recent;
          const name = taskName(recent);
          return (
            <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <div className="min-w-40 grow basis-0">
                <p className="truncate font-medium">
                  <bdi dir="auto">
                    <UntrustedText text={name} />
                  </bdi>
                </p>
                <p className="truncate text-xs text-faint">
                  <span className="font-mono">{id.slice(0, 8)}</span> · {stepCount}{" "}
                  {stepCount === 1 ? "step" : "steps"}
                </p>
              </div>
              <StatusBadge status={status} />
              <div className="flex gap-1.5">
                {(["a", "b"] as const).map((side, at) => (
                  <Button
                    key={side}
                    aria-label={`Take ${showHidden(truncate(name, 60))} as run ${side.toUpperCase()}`}
                    aria-pressed={chosen[at] === id}
                    className="w-8 px-0 aria-pressed:border-accent aria-pressed:text-accent"
                    onClick={() => {
                      onPick(side, id);
                    }}
                  >
                    {side.toUpperCase()}
                  </Button>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
