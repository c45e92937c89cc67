import { MonitorPlay } from "lucide-react";
import type { ReactNode } from "react";
import type { LiveViewState } from "@/lib/domain/freshness/live-view-state";
import { describeLive } from "./live-words";

/** What stands where the live browser will be or was: the last screenshot, or words. */
export function LivePlaceholder({
  state,
  children,
}: {
  state: LiveViewState;
  children: ReactNode;
}) {
  if (children !== null && state.kind !== "connecting") {
    return <div className="absolute inset-0 thin-scroll overflow-y-auto p-4">{children}</div>;
  }
  const { title, words } = describeLive(state, false);
  return (
    // The panel's status line says the same to the ear.
    <div
      aria-hidden="true"
      className="absolute inset-0 flex flex-col items-center justify-center gap-1 p-8 text-center"
    >
      <MonitorPlay className="mb-2 size-7 text-faint" strokeWidth={1.5} />
      <p className="font-medium">{title}</p>
      <p className="text-muted">{words}</p>
    </div>
  );
}
