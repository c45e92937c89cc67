import { FramedPicture } from "@/components/ui/framed-picture";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { BoardEntry } from "@/lib/contract/board";

type TilePictureProps = {
  id: string;
  entry: BoardEntry | null;
  /** How wide it is drawn, as a browser picks from several. */
  sizes: string;
  className: string;
};

/** The last screenshot of a task of a board. */
export function TilePicture({ id, entry, sizes, className }: TilePictureProps) {
  const { screenshot } = useTaskRoutes(id);
  const step = entry?.ok === true ? entry.task.screenshotStep : null;
  const address = (width: 320 | 640) =>
    step === null ? null : screenshot(step.number, width, step.screenshotKey);
  const small = address(320);
  return (
    <FramedPicture
      src={small}
      {...(small === null ? {} : { srcSet: `${small} 320w, ${address(640) ?? small} 640w` })}
      sizes={sizes}
      alt={step === null ? "" : `Screenshot of step ${String(step.number)}`}
      none={entry === null ? "Loading" : "No screenshot"}
      failed="The screenshot could not be loaded."
      className={className}
    />
  );
}
