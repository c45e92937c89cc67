import { JsonView } from "react-json-view-lite";
import type { JsonValue } from "@/lib/domain/json";

const STYLES = {
  container: "json-tree",
  basicChildStyle: "json-row",
  childFieldsContainer: "json-children",
  label: "json-label",
  clickableLabel: "json-label json-clickable",
  nullValue: "json-null",
  undefinedValue: "json-null",
  numberValue: "json-number",
  stringValue: "json-string",
  booleanValue: "json-boolean",
  otherValue: "json-null",
  punctuation: "json-punctuation",
  expandIcon: "json-expand",
  collapseIcon: "json-collapse",
  collapsedContent: "json-collapsed",
  noQuotesForStringValues: false,
  quotesForFieldNames: false,
  ariaLables: { collapseJson: "Collapse", expandJson: "Expand" },
  stringifyStringValues: false,
};

const OPEN_LEVELS = 3;

/** An output in JSON as a tree; the first levels are open. */
export default function JsonOutput({ value }: { value: JsonValue }) {
  // The tree wants an object or a list; the caller has no other.
  const data = typeof value === "object" && value !== null ? value : [value];
  return (
    <div className="thin-scroll overflow-x-auto font-mono text-xs leading-relaxed">
      <JsonView data={data} shouldExpandNode={(level) => level < OPEN_LEVELS} style={STYLES} />
    </div>
  );
}
