import { useEffect, useRef } from "react";

type LiveFrameProps = { url: string; onLoaded: () => void };

/** The live browser itself, for a reader who took control: it has the keyboard as soon as it is there. */
export function LiveFrame({ url, onLoaded }: LiveFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    frame.current?.focus();
  }, []);
  return (
    <iframe
      ref={frame}
      src={url}
      title="Live browser, under your control"
      // The live host needs its own origin for its connection; it never shares ours.
      sandbox="allow-scripts allow-same-origin"
      allow="autoplay"
      referrerPolicy="no-referrer"
      onLoad={onLoaded}
      className="absolute inset-0 size-full border-0 bg-white"
    />
  );
}
