"use client";

import { useIsHydrated } from "@/lib/client/use-is-hydrated";

const LOCAL = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

/** A moment in the reader's own zone, with UTC on hover. The server, which has no zone to go by, writes UTC. */
export function TimeText({ iso, className }: { iso: string; className?: string }) {
  const isHydrated = useIsHydrated();
  const utc = `${iso.slice(0, 19).replace("T", " ")} UTC`;
  const local = isHydrated ? LOCAL.format(new Date(iso)) : utc;
  return (
    <time dateTime={iso} title={utc} className={className}>
      {local}
    </time>
  );
}
