import {
  Columns2,
  ExternalLink,
  History,
  Minus,
  Plus,
  ScanSearch,
  type LucideIcon,
} from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

/** A way of looking at a screenshot that can be switched on, where there is something to see. */
type Look = { isOn: boolean; isPossible: boolean; onToggle: () => void };

type ScreenshotToolsProps = {
  step: number;
  before: number | null;
  isBefore: boolean;
  /** Outlining what the step changed. */
  outline: Look;
  /** The slider between the screenshots before and after what the step did. */
  compare: Look;
  scale: number;
  /** The address of the original; `null` when there is none. */
  original: string | null;
  onBefore: () => void;
  onZoomIn: () => void;
  onZoomOut: () => void;
  onFit: () => void;
};

/** The row under a screenshot: which one is shown, the one before it, zoom, and the original. */
export function ScreenshotTools(props: ScreenshotToolsProps) {
  const { step, before, isBefore, outline, compare, scale, original } = props;
  return (
    <div className="mt-1.5 flex items-center gap-0.5">
      <Button
        look={isBefore ? "primary" : "secondary"}
        aria-pressed={isBefore}
        aria-keyshortcuts="B"
        title={
          before === null
            ? "There is no screenshot before this one"
            : `Show the screenshot of step ${String(before)} (B)`
        }
        disabled={before === null}
        onClick={props.onBefore}
      >
        <History aria-hidden="true" />
        Before
      </Button>
      <LookButton
        label="Outline what the step changed (C)"
        keys="C"
        Icon={ScanSearch}
        {...outline}
      />
      <LookButton label="Compare before and after" Icon={Columns2} {...compare} />
      <span aria-hidden="true" className="ml-2 truncate text-xs text-muted tabular-nums">
        Showing step {isBefore ? before : step}
      </span>
      <span className="ml-auto flex items-center">
        <IconButton
          label="Zoom out"
          aria-keyshortcuts="-"
          disabled={scale <= 1}
          onClick={props.onZoomOut}
        >
          <Minus aria-hidden="true" />
        </IconButton>
        <Button
          look="quiet"
          className="w-12 px-0 tabular-nums"
          aria-keyshortcuts="0"
          aria-label={`Fit to the frame, now at ${words(scale)}`}
          disabled={scale <= 1}
          onClick={props.onFit}
        >
          {scale <= 1 ? "Fit" : words(scale)}
        </Button>
        <IconButton label="Zoom in" aria-keyshortcuts="+" onClick={props.onZoomIn}>
          <Plus aria-hidden="true" />
        </IconButton>
        {original !== null && (
          <a
            href={original}
            target="_blank"
            rel="noreferrer"
            aria-label="Open the original"
            title="Open the original"
            className="ml-1 inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-fg"
          >
            <ExternalLink aria-hidden="true" className="size-4" />
          </a>
        )}
      </span>
    </div>
  );
}

type LookButtonProps = Look & { label: string; keys?: string; Icon: LucideIcon };

function LookButton({ label, keys, Icon, isOn, isPossible, onToggle }: LookButtonProps) {
  return (
    <IconButton
      label={label}
      aria-pressed={isOn}
      aria-keyshortcuts={keys}
      // What is on can be switched off on a step that shows nothing of it.
      disabled={!isPossible && !isOn}
      onClick={onToggle}
      className="aria-pressed:bg-raised aria-pressed:text-accent"
    >
      <Icon aria-hidden="true" />
    </IconButton>
  );
}

function words(scale: number): string {
  return `${scale.toFixed(1).replace(".0", "")}×`;
}
