import { useState } from "react";

/**
 * Follows the loading of an image, one that failed before the page was hydrated included.
 * Spread `imageProps` on the `img`; `retry` mounts it anew through `attempt` as its key.
 */
export function useImageState(src: string) {
  const [failed, setFailed] = useState<{ src: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const fail = () => {
    setFailed({ src });
  };
  return {
    hasFailed: failed?.src === src,
    attempt,
    retry: () => {
      setFailed(null);
      setAttempt(attempt + 1);
    },
    imageProps: {
      onError: fail,
      ref: (image: HTMLImageElement | null) => {
        if (image?.complete === true && image.naturalWidth === 0 && image.currentSrc !== "") fail();
      },
    },
  };
}
