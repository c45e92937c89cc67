"use client";

import { Bell, BellOff, BellRing } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import {
  useNotificationSwitch,
  type NotificationState,
} from "@/lib/client/browser/use-notification-switch";

const WORDS: Record<NotificationState, string | null> = {
  off: null,
  on: "You will be told when it ends, pauses or gets stuck, for as long as this page is open, even in a hidden tab.",
  denied:
    "This browser does not let this site notify you. Allow notifications for it in the browser’s settings, then try again.",
  unsupported: "This browser cannot show notifications of this page.",
};

/** Long enough to be read twice. */
const TOLD_MS = 12_000;

/** Turns the notifications of a task on and off, and says in words why that is not possible. */
export default function NotificationSwitch({ taskId }: { taskId: string }) {
  const { state, toggle } = useNotificationSwitch(taskId);
  // Each press is told anew, for as long as the first.
  const [told, setTold] = useState<object | null>(null);
  const id = useId();
  const Icon = state === "on" ? BellRing : state === "off" ? Bell : BellOff;
  useEffect(() => {
    if (told === null) return;
    const timer = setTimeout(() => {
      setTold(null);
    }, TOLD_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [told]);
  const words = told === null ? null : WORDS[state];
  return (
    <div className="sm:relative">
      <button
        type="button"
        aria-pressed={state === "on"}
        aria-label="Notify me when it ends"
        aria-describedby={words === null ? undefined : id}
        title="Notify me when it ends, pauses or gets stuck"
        className={buttonClass(
          "secondary",
          "aria-pressed:border-accent aria-pressed:bg-accent/8 max-sm:w-8 max-sm:px-0",
        )}
        onClick={() => {
          void toggle().then(() => {
            setTold({});
          });
        }}
        onBlur={() => {
          setTold(null);
        }}
      >
        <Icon aria-hidden="true" className={state === "on" ? "text-accent" : ""} />
        <span className="max-sm:hidden">Notify me</span>
      </button>
      <p
        id={id}
        role="status"
        aria-label="Notifications"
        className="pointer-events-none absolute top-full right-0 z-20 mt-1.5 w-[min(20rem,calc(100vw-2rem))] rounded-lg border border-line-strong bg-surface px-3 py-2 text-muted shadow-lg empty:invisible"
      >
        {words}
      </p>
    </div>
  );
}
