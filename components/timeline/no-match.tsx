import { Button } from "@/components/ui/button";

/** What stands in the timeline when the filter leaves no step. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <div className="flex h-full min-h-48 flex-col items-center justify-center gap-3 p-8 text-center">
      <p className="font-medium">No step matches</p>
      <Button onClick={onClear}>Show all steps</Button>
    </div>
  );
}
