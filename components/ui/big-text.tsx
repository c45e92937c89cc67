import { UntrustedText } from "./untrusted-text";
import { textChunks } from "./text-chunks";

/** Up to here the browser lays a text out at once. */
const SMALL = 8000;

/** A text of any length, laid out piece by piece as it comes into sight: megabytes on one line, too. */
export function BigText({ text }: { text: string }) {
  if (text.length <= SMALL) return <UntrustedText text={text} />;
  return textChunks(text).map((chunk, index) => (
    // Pieces have no identity but their place.
    <span key={index} className="lazy-chunk">
      <UntrustedText text={chunk} />
    </span>
  ));
}
