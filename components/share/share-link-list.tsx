"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import CopyButton from "@/components/ui/copy-button";
import { TimeText } from "@/components/ui/time-text";
import type { ShareLink } from "@/lib/contract/share-link";
import { SCOPE_WORDS } from "@/lib/domain/sharing/share-scopes";
import { truncate } from "@/lib/domain/text/truncate";

type ShareLinkListProps = {
  links: readonly ShareLink[];
  /** Addresses of those that were made in this dialog, by id. */
  addresses: Readonly<Record<string, string>>;
  isBusy: boolean;
  onRevoke: (link: ShareLink) => void;
};

/** The links of a task that work now, each to be revoked. */
export function ShareLinkList({ links, addresses, isBusy, onRevoke }: ShareLinkListProps) {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <section aria-label="Links to this task">
      <h3 className="text-[0.8125rem] font-semibold">
        Links to this task{" "}
        {links.length > 0 && <span className="font-normal text-faint">{links.length}</span>}
      </h3>
      {links.length === 0 ? (
        <p className="mt-1 text-muted">No active links</p>
      ) : (
        <ul className="mt-2 divide-y divide-line rounded-lg border border-line">
          {links.map((link) => (
            <li key={link.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <div className="min-w-0 grow basis-52">
                <p>{wordsOf(link)}</p>
                <p className="text-xs text-muted">
                  Made <TimeText iso={link.createdAt} />
                  {link.who === null ? "" : ` by ${truncate(link.who, 80)}`}; expires{" "}
                  <TimeText iso={link.expiresAt} />
                </p>
              </div>
              <LinkButtons
                link={link}
                address={addresses[link.id]}
                isAsked={asked === link.id}
                isBusy={isBusy}
                onAsk={setAsked}
                onRevoke={onRevoke}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type LinkButtonsProps = {
  link: ShareLink;
  address: string | undefined;
  /** The reader is asked whether to revoke it. */
  isAsked: boolean;
  isBusy: boolean;
  onAsk: (id: string | null) => void;
  onRevoke: (link: ShareLink) => void;
};

function LinkButtons({ link, address, isAsked, isBusy, onAsk, onRevoke }: LinkButtonsProps) {
  if (!isAsked) {
    return (
      <span className="ml-auto flex gap-1">
        {address !== undefined && <CopyButton text={() => address}>Copy</CopyButton>}
        <Button
          aria-label={`Revoke the link that shows ${wordsOf(link)}`}
          disabled={isBusy}
          onClick={() => {
            onAsk(link.id);
          }}
        >
          Revoke
        </Button>
      </span>
    );
  }
  return (
    <span role="group" aria-label="Revoke it?" className="ml-auto flex items-center gap-1.5">
      <span className="text-xs text-muted">Ends for everybody within ten seconds.</span>
      <Button
        autoFocus
        className="text-failure"
        disabled={isBusy}
        onClick={() => {
          onAsk(null);
          onRevoke(link);
        }}
      >
        Revoke link
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          onAsk(null);
        }}
      >
        Keep
      </Button>
    </span>
  );
}

function wordsOf({ scopes, step }: ShareLink): string {
  const shown = scopes.map((scope) => SCOPE_WORDS[scope].label).join(", ");
  return step === null ? shown : `${shown}, at step ${String(step)}`;
}
