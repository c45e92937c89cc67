"use client";

import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";

const SHORT = new Intl.DateTimeFormat(undefined, {
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
});
const WITH_YEAR = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
/** Within about ten months a date without a year is understood. */
const RECENT_MS = 300 * 86_400_000;

/** A moment in the reader's own zone, to the second in UTC on hover. The server, which knows no zone, writes UTC. */
export function TimeText({ iso, className }: { iso: string; className?: string }) {
  const isHydrated = useIsHydrated();
  const utc = `${iso.slice(0, 19).replace("T", " ")} UTC`;
  const local = isHydrated ? toLocal(new Date(iso)) : utc.slice(0, 16);
  return (
    <time dateTime={iso} title={utc} className={className}>
      {local}
    </time>
  );
}

function toLocal(moment: Date): string {
  const isRecent = Math.abs(Date.now() - moment.getTime()) < RECENT_MS;
  return (isRecent ? SHORT : WITH_YEAR).format(moment);
}
