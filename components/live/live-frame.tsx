type LiveFrameProps = { url: string; hasControl: boolean; onLoaded: () => void };

/**
 * The live browser itself. Until the reader takes control it gets neither clicks nor keys: it is inert, and
 * covered. That stops accidents; it is no protection against someone who holds the address.
 */
export function LiveFrame({ url, hasControl, onLoaded }: LiveFrameProps) {
  return (
    <>
      <iframe
        src={url}
        title={hasControl ? "Live browser, under your control" : "Live browser, view only"}
        // The live host needs its own origin for its connection; it never shares ours.
        sandbox="allow-scripts allow-same-origin"
        allow="autoplay"
        referrerPolicy="no-referrer"
        inert={!hasControl}
        onLoad={onLoaded}
        className="absolute inset-0 size-full border-0 bg-white"
      />
      {!hasControl && <div aria-hidden="true" className="absolute inset-0" />}
    </>
  );
}
