import { clsx } from "clsx";
import { Radio } from "lucide-react";
import { Button } from "@/components/ui/button";

type TimelineHeaderProps = {
  count: number;
  /** The run goes on. */
  isLive: boolean;
  isFollowing: boolean;
  onToggleFollow: () => void;
};

/** How many steps there are, and the switch that keeps the newest in sight. */
export function TimelineHeader(props: TimelineHeaderProps) {
  const { count, isLive, isFollowing, onToggleFollow } = props;
  return (
    <div
      className={clsx(
        "flex h-10 shrink-0 items-center justify-between border-b border-line pr-2 pl-4",
        // On a small screen the tab above says the same.
        !isLive && "max-lg:hidden",
      )}
    >
      <h2 className="text-[0.8125rem] font-semibold">
        Steps <span className="ml-1 font-normal text-faint tabular-nums">{count}</span>
      </h2>
      {isLive && count > 0 && (
        <Button
          look="quiet"
          aria-pressed={isFollowing}
          aria-keyshortcuts="f"
          title={isFollowing ? "Stop following (F)" : "Follow the newest step (F)"}
          className={isFollowing ? "text-active! hover:text-active!" : ""}
          onClick={onToggleFollow}
        >
          <Radio aria-hidden="true" />
          {isFollowing ? "Following" : "Follow"}
        </Button>
      )}
    </div>
  );
}
