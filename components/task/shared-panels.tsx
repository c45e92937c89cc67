"use client";

import { deferHydration } from "@/components/ui/defer-hydration";
import type { ShareScope } from "@/lib/domain/sharing/grant";
import type { Task } from "@/lib/domain/task/task";

const OutputPanel = deferHydration(async () => {
  const { default: panel, prepare } = await import("@/components/outputs/output-panel");
  return { default: panel, prepare };
});
const FilesPanel = deferHydration(() => import("@/components/outputs/files-panel"));

type SharedPanelsProps = { task: Task; scopes: readonly ShareScope[] };

/** Brings what the panels need beside their own script. */
export async function prepare({ task, scopes }: SharedPanelsProps): Promise<void> {
  if (scopes.includes("output")) await OutputPanel.load({ task });
  if (scopes.includes("files")) await FilesPanel.load({ task });
}

/** What a share link without steps shows below the header: output and files, one below the other. */
export default function SharedPanels({ task, scopes }: SharedPanelsProps) {
  const hasOutput = scopes.includes("output");
  const hasFiles = scopes.includes("files");
  return (
    <div className="min-h-0 grow thin-scroll overflow-y-auto">
      {hasOutput && <OutputPanel task={task} />}
      {hasFiles && <FilesPanel task={task} />}
      {!hasOutput && !hasFiles && (
        <p className="mx-auto max-w-3xl p-4 text-muted">
          This link shows the status of the task and nothing else.
        </p>
      )}
    </div>
  );
}
