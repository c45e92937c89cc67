import { LongText } from "@/components/ui/long-text";

const LIMIT = 20_000;

/** An output as the text it is. */
export function PlainOutput({ text }: { text: string }) {
  const looksLikeCode = /^[ \t]{2,}\S/m.test(text) || text.startsWith("Traceback");
  return (
    <div
      dir="auto"
      className={
        looksLikeCode
          ? "font-mono text-xs leading-relaxed foreign-text whitespace-pre-wrap"
          : "text-sm leading-relaxed foreign-text whitespace-pre-wrap"
      }
    >
      <LongText text={text} limit={LIMIT} />
    </div>
  );
}
