"use client";

import { Maximize, X } from "lucide-react";
import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { fillScreen, leaveFullScreen, useFullScreen } from "@/lib/client/browser/use-full-screen";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";

type WallBarProps = {
  onLeave: () => void;
  /** The sums of the board. */
  children: ReactNode;
};

/** All that a wall has beside its tiles: a line with the sums, and the ways to a full screen and out. */
export function WallBar({ onLeave, children }: WallBarProps) {
  const fullScreen = useFullScreen();
  const wasFull = useRef(false);
  const leave = () => {
    wasFull.current = false;
    leaveFullScreen();
    onLeave();
  };
  const follow = useEffectEvent(() => {
    // The browser takes Escape for itself there, and tells nobody but by this.
    if (wasFull.current && fullScreen === "off") leave();
    wasFull.current = fullScreen === "on";
  });
  useEffect(() => {
    follow();
  }, [fullScreen]);
  useShortcuts({ Escape: leave });
  return (
    <div className="flex shrink-0 items-center gap-3 pr-1 pl-2">
      <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-4 text-[clamp(0.875rem,1.6vmin,1.5rem)]">
        {children}
      </div>
      {fullScreen === "off" && (
        <IconButton label="Full screen" onClick={fillScreen}>
          <Maximize aria-hidden="true" />
        </IconButton>
      )}
      <IconButton label="Leave the wall" onClick={leave}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
