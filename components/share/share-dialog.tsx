"use client";

import { PublicNote } from "@/components/status/public-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useShareLinks } from "@/lib/client/task/use-share-links";
import { useTaskSession } from "@/lib/client/task/use-task-session";
import type { ShareDurability } from "@/lib/contract/share-link";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { CreatedLink } from "./created-link";
import { ShareForm } from "./share-form";
import { ShareLinkList } from "./share-link-list";

const DURABILITY: Record<ShareDurability, string> = {
  kept: "Links go on working after a restart of this server.",
  list: "A restart of this server ends all links: it keeps them in memory only, as DATA_DIR is `memory` or cannot be written to.",
  keys: "As SESSION_SECRET is not set, a restart of this server ends all links, and each opens only on the instance that made it.",
};

type ShareDialogProps = {
  content: TaskContent;
  /** The number of the selected step; `null` for none. */
  step: number | null;
  onClose: () => void;
};

/** Makes share links of a task and revokes them. */
export default function ShareDialog({ content, step, onClose }: ShareDialogProps) {
  const links = useShareLinks(content.task.id);
  const publicShareUrl = useTaskSession(content.task).session?.publicShareUrl ?? null;
  const { list, made, addresses } = links;
  const address = made === null ? undefined : addresses[made.id];
  return (
    <Dialog title="Share this task" onClose={onClose} className="w-[min(40rem,calc(100vw-1.5rem))]">
      <div className="flex max-h-[calc(100dvh-7rem)] thin-scroll flex-col gap-5 overflow-y-auto p-5">
        <p className="text-muted">
          Whoever has the link sees what you choose here, without signing in, until it expires or
          you revoke it. Nobody but you sees the live view, the recording, the log, uploaded files,
          the model or the cost.
        </p>
        {publicShareUrl !== null && <PublicNote href={publicShareUrl} />}
        <ShareForm step={step} content={content} isBusy={links.isBusy} onMake={links.make} />
        {made !== null && address !== undefined && (
          <CreatedLink key={made.id} link={made} address={address} />
        )}
        <div role="alert" className="empty:hidden">
          {links.failure !== null && (
            <p className="flex items-center justify-between gap-3 text-failure">
              That did not work: {links.failure}.
              {list === null && <Button onClick={links.reload}>Try again</Button>}
            </p>
          )}
        </div>
        {list !== null && (
          <ShareLinkList
            links={list.links}
            addresses={addresses}
            isBusy={links.isBusy}
            onRevoke={links.revoke}
          />
        )}
        {list !== null && <p className="text-xs text-faint">{DURABILITY[list.durability]}</p>}
      </div>
    </Dialog>
  );
}
