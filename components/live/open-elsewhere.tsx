import { ExternalLink } from "lucide-react";
import { Button } from "@/components/ui/button";
import { PopPanel } from "@/components/ui/pop-panel";

/** Opens the live page in a tab of its own, after a warning. Its address is never in the page, not even in a link. */
export function OpenElsewhere({ url }: { url: string }) {
  return (
    <PopPanel
      label="Open in a new tab"
      size="menu"
      buttonClassName="inline-flex size-8 items-center justify-center rounded-md text-muted transition-colors hover:bg-raised hover:text-fg [&_svg]:size-4"
      face={<ExternalLink aria-hidden="true" />}
    >
      {(close) => (
        <section aria-label="Open in a new tab" className="flex flex-col gap-2 p-1.5 text-xs">
          <p>
            The address of the live view works like a password: whoever has it can drive the agent’s
            browser. Do not pass it on. What you type and click in the tab goes to that browser.
          </p>
          <Button
            onClick={() => {
              window.open(url, "_blank", "noopener,noreferrer");
              close();
            }}
          >
            Open in a new tab
          </Button>
        </section>
      )}
    </PopPanel>
  );
}
