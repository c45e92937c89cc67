import { hiddenLabel, splitHidden } from "@/lib/domain/text/hidden-characters";

/** A text that somebody else chose, as text nodes, with a visible mark in the place of what cannot be seen in it. */
export function UntrustedText({ text }: { text: string }) {
  const parts = splitHidden(text);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // Parts have no identity but their place.
      <span key={index} className="hidden-mark" title="Hidden characters">
        {hiddenLabel(part)}
      </span>
    ),
  );
}
