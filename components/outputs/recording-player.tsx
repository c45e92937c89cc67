"use client";

import { Download, RotateCw } from "lucide-react";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";

/** Plays a video by the browser's own player. Not a byte of it is asked for before somebody plays it. */
export function RecordingPlayer({ name, href }: { name: string; href: string }) {
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      {!hasFailed && (
        <video
          key={attempt}
          src={href}
          aria-label={name}
          controls
          preload="none"
          playsInline
          className="aspect-video w-full rounded-lg border border-line bg-black"
          onError={() => {
            setHasFailed(true);
          }}
        />
      )}
      <p role="alert" className="text-failure empty:hidden">
        {hasFailed && "It could not be played."}
      </p>
      <span className="flex flex-wrap gap-1.5">
        {hasFailed && (
          <Button
            onClick={() => {
              setHasFailed(false);
              setAttempt(attempt + 1);
            }}
          >
            <RotateCw aria-hidden="true" />
            Try again
          </Button>
        )}
        <a href={href} className={buttonClass()}>
          <Download aria-hidden="true" />
          Download recording
        </a>
      </span>
    </div>
  );
}
