import { Writable } from "node:stream";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";

/** What the server sends of a component without JavaScript, once all of it is there; React's own marks left out. */
export function markupOfAll(node: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        parts.push(String(chunk));
        done();
      },
      final(done) {
        resolve(parts.join("").replace(/<!--.*?-->/g, ""));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(node, {
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => {
        pipe(sink);
      },
      onError: reject,
    });
  });
}
