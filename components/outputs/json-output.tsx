import type { JsonValue } from "@/lib/domain/json";
import { JsonTree } from "./json-tree";

/** An output in JSON as a tree; the first levels are open. */
export default function JsonOutput({ value }: { value: JsonValue }) {
  // The tree wants an object or a list; the caller has no other.
  const data = typeof value === "object" && value !== null ? value : [value];
  return <JsonTree data={data} openLevels={3} />;
}
