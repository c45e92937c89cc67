import { UntrustedText } from "@/components/ui/untrusted-text";

type PrintedPartProps = {
  name: string;
  text: string;
  /** Only the beginning of the text is here. */
  isCut?: boolean;
};

/** One text under its name, whole; an empty one takes no paper. */
export function PrintedPart({ name, text, isCut = false }: PrintedPartProps) {
  if (text.trim() === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto" className="foreign-text whitespace-pre-wrap">
        <UntrustedText text={text} />
        {isCut && " … (only the beginning is here)"}
      </dd>
    </>
  );
}
