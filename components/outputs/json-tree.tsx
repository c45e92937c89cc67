import { JsonView } from "react-json-view-lite";
import { visibleJson } from "@/lib/domain/visible-json";

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

/** Data as a tree, its first levels open. */
export function JsonTree({ data, openLevels }: { data: object; openLevels: number }) {
  return (
    <div className="thin-scroll overflow-x-auto font-mono text-xs leading-relaxed">
      <JsonView
        data={visibleJson(data)}
        shouldExpandNode={(level) => level < openLevels}
        style={STYLES}
      />
    </div>
  );
}
