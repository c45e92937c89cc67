import { Badge } from "@/components/ui/badge";

/** The mark of a step that Browser Use Cloud told of and tells of no more. */
export function NotReported() {
  return (
    <Badge tone="waiting" title="Browser Use Cloud reported this step earlier, and no longer does.">
      No longer reported
    </Badge>
  );
}
