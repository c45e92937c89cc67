"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import CopyButton from "@/components/ui/copy-button";
import { TimeText } from "@/components/ui/time-text";
import { UntrustedText } from "@/components/ui/untrusted-text";
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
  const [kept, setKept] = useState<string | null>(null);
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
                  {link.who !== null && (
                    <>
                      {" by "}
                      <bdi>
                        <UntrustedText text={truncate(link.who, 80)} />
                      </bdi>
                    </>
                  )}
                  ; expires <TimeText iso={link.expiresAt} />
                </p>
              </div>
              <LinkButtons
                link={link}
                address={addresses[link.id]}
                isAsked={asked === link.id}
                isKept={kept === link.id}
                isBusy={isBusy}
                onAsk={() => {
                  setAsked(link.id);
                  setKept(null);
                }}
                onKeep={() => {
                  setAsked(null);
                  setKept(link.id);
                }}
                onRevoke={() => {
                  setAsked(null);
                  onRevoke(link);
                }}
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
  /** They were, and would rather keep it: the focus goes back to where it was. */
  isKept: boolean;
  isBusy: boolean;
  onAsk: () => void;
  onKeep: () => void;
  onRevoke: () => void;
};

function LinkButtons(props: LinkButtonsProps) {
  const { link, address, isAsked, isKept, isBusy, onAsk, onKeep, onRevoke } = props;
  // Each with a key: one button in the place of another would have its focus and the rest of a double click.
  if (!isAsked) {
    return (
      <span key="buttons" className="ml-auto flex gap-1">
        {address !== undefined && <CopyButton text={() => address}>Copy</CopyButton>}
        <Button
          aria-label={`Revoke the link that shows ${wordsOf(link)}`}
          autoFocus={isKept}
          disabled={isBusy}
          onClick={onAsk}
        >
          Revoke
        </Button>
      </span>
    );
  }
  return (
    <span
      key="question"
      role="group"
      aria-label="Revoke it?"
      className="ml-auto flex items-center gap-1.5"
    >
      <span className="text-xs text-muted">Ends for everybody within ten seconds.</span>
      <Button autoFocus className="text-failure" disabled={isBusy} onClick={onRevoke}>
        Revoke link
      </Button>
      <Button look="quiet" onClick={onKeep}>
        Keep
      </Button>
    </span>
  );
}

function wordsOf({ scopes, step }: ShareLink): string {
  const shown = scopes.map((scope) => SCOPE_WORDS[scope].label).join(", ");
  return step === null ? shown : `${shown}, at step ${String(step)}`;
}
