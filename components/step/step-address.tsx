import { ExternalLink, Globe } from "lucide-react";
import { HostNote } from "@/components/status/host-note";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { toPageAddress } from "@/lib/domain/text/page-address";
import type { Step } from "@/lib/domain/task/step";
import { truncate } from "@/lib/domain/text/truncate";
import { StepText } from "./step-text";

/** The address a step stood on: its real host first, then the whole of it; a link only when it is http or https. */
export function StepAddress({ taskId, step }: { taskId: string; step: Step }) {
  const { url } = step;
  const { label, href } = toPageAddress(url);
  if (step.cut?.url !== undefined) {
    // The beginning of an address leads elsewhere: no link.
    return (
      <div className="mb-2 flex flex-col gap-1">
        <span className="flex items-center gap-2 text-xs font-medium">
          <bdi className="truncate">{label}</bdi>
          <HostNote host={label} />
        </span>
        <StepText taskId={taskId} step={step} field="url" label={`Address, ${label}`} />
      </div>
    );
  }
  return (
    <div className="mb-2 flex h-7 min-w-0 items-center gap-2 text-xs text-muted">
      <Globe aria-hidden="true" className="size-3.5 shrink-0" />
      <bdi className="max-w-[50%] shrink-0 truncate font-medium text-fg">{label}</bdi>
      <HostNote host={label} />
      {url.trim() !== "" && (
        <bdi
          className="min-w-0 truncate font-mono text-[0.6875rem]"
          title={showHidden(truncate(url, 1000))}
        >
          <UntrustedText text={truncate(url, 1000)} />
        </bdi>
      )}
      {href !== null && (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="shrink-0 rounded p-1 hover:text-fg"
          aria-label={`Open the page on ${label}`}
          title="Open the page"
        >
          <ExternalLink aria-hidden="true" className="size-3.5" />
        </a>
      )}
    </div>
  );
}
