import { UntrustedText } from "@/components/ui/untrusted-text";
import type { OutputJson } from "@/lib/domain/text/output-json";
import { JsonTree } from "./json-tree";

/** An output in JSON as a tree, its first levels open, with the words around it. */
export default function JsonOutput({ tree, before, after }: OutputJson) {
  return (
    <div className="flex flex-col gap-3">
      <Words text={before} />
      <JsonTree tree={tree} openLevels={3} />
      <Words text={after} />
    </div>
  );
}

function Words({ text }: { text: string }) {
  if (text === "") return null;
  return (
    <p dir="auto" className="agent-frame text-sm foreign-text whitespace-pre-wrap">
      <UntrustedText text={text} />
    </p>
  );
}
