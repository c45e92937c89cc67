import { UntrustedText } from "./untrusted-text";

type MarkedTextProps = {
  text: string;
  /** What to mark, in UTF-16 units, in order and apart from one another. */
  ranges: readonly { start: number; end: number }[];
};

/** Text with some parts of it marked; hidden characters, too. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  if (ranges.length === 0) return <UntrustedText text={text} />;
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <span key={start}>
          <UntrustedText text={text.slice(ranges[index - 1]?.end ?? 0, start)} />
          <mark className="rounded-[2px] bg-waiting/30 text-fg">
            <UntrustedText text={text.slice(start, end)} />
          </mark>
        </span>
      ))}
      <UntrustedText text={text.slice(ranges.at(-1)?.end)} />
    </>
  );
}
