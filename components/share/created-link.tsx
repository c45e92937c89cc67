"use client";

import { ExternalLink } from "lucide-react";
import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import CopyButton from "@/components/ui/copy-button";
import { TimeText } from "@/components/ui/time-text";
import type { ShareLink } from "@/lib/contract/share-link";
import { QrCode } from "./qr-code";

/** A link that was just made, to be copied or scanned. Its address is told this one time. */
export function CreatedLink({ link, address }: { link: ShareLink; address: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <section
      aria-label="The new link"
      className="flex flex-col items-start gap-4 rounded-lg border border-line bg-raised p-3 sm:flex-row"
    >
      <div className="flex w-full min-w-0 grow flex-col gap-2">
        <p role="status" className="font-medium">
          Link created. It expires on <TimeText iso={link.expiresAt} />.
        </p>
        <input
          ref={field}
          readOnly
          aria-label="Share link"
          value={address}
          onFocus={({ currentTarget }) => {
            currentTarget.select();
            // The beginning stays in sight.
            requestAnimationFrame(() => {
              currentTarget.scrollLeft = 0;
            });
          }}
          className="h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 font-mono text-xs"
        />
        <div className="flex flex-wrap gap-1.5">
          <CopyButton text={() => address} look="secondary">
            Copy share link
          </CopyButton>
          <a href={address} target="_blank" rel="noreferrer" className={buttonClass("quiet")}>
            <ExternalLink aria-hidden="true" />
            See what it shows
          </a>
        </div>
        <p className="text-xs text-muted">
          Copy it now: this server keeps no copy and cannot show it again.
        </p>
      </div>
      <QrCode text={address} label="QR code of the share link" />
    </section>
  );
}
