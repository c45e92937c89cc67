"use client";

import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useShareLinks } from "@/lib/client/use-share-links";
import type { ShareDurability } from "@/lib/contract/share-link";
import type { TaskContent } from "@/lib/domain/task-content";
import { MadeLink } from "./made-link";
import { ShareForm } from "./share-form";
import { ShareLinkList } from "./share-link-list";

const DURABILITY: Record<ShareDurability, string> = {
  kept: "Links outlive a restart of this server.",
  list: "A restart of this server ends all links: it keeps them in memory only. With REDIS_URL and SESSION_SECRET set they stay.",
  keys: "A restart of this server ends all links, and each opens only on the instance that made it, as SESSION_SECRET is not set.",
};

type ShareDialogProps = {
  content: TaskContent;
  /** The number of the selected step; `null` for none. */
  step: number | null;
  onClose: () => void;
};

/** Makes share links of a task and revokes them. A native dialog: it keeps the focus, and gives it back when it closes. */
export default function ShareDialog({ content, step, onClose }: ShareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const links = useShareLinks(content.task.id);
  useEffect(() => {
    const box = dialog.current;
    box?.showModal();
    return () => {
      box?.close();
    };
  }, []);
  const { list, made, addresses } = links;
  const address = made === null ? undefined : addresses[made.id];
  return (
    <dialog
      ref={dialog}
      aria-labelledby="share-title"
      onClose={onClose}
      onClick={(event) => {
        // The dialog itself is hit beside its content only: on the backdrop.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className="m-auto w-[min(40rem,calc(100vw-1.5rem))] rounded-xl border border-line-strong bg-surface p-0 text-fg shadow-2xl backdrop:bg-black/40"
    >
      <div className="flex h-12 items-center justify-between border-b border-line pr-2 pl-5">
        <h2 id="share-title" className="text-sm font-semibold">
          Share this task
        </h2>
        <IconButton
          label="Close"
          onClick={() => {
            dialog.current?.close();
          }}
        >
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="flex max-h-[calc(100dvh-7rem)] thin-scroll flex-col gap-5 overflow-y-auto p-5">
        <p className="text-muted">
          Whoever has the link sees what you choose here, without signing in, until it expires or
          you revoke it. Nobody but you sees the live view, the log, uploaded files, the model or
          the cost.
        </p>
        <ShareForm step={step} content={content} isBusy={links.isBusy} onMake={links.make} />
        {made !== null && address !== undefined && (
          <MadeLink key={made.id} link={made} address={address} />
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
    </dialog>
  );
}
