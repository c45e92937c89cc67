import { Link2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

/** What a share link leads to until it is open: `onRetry` is `null` while it is being opened. */
export function LandingPage({ onRetry }: { onRetry: (() => void) | null }) {
  const isOpening = onRetry === null;
  return (
    <MessagePage
      icon={<Link2 aria-hidden="true" />}
      title={isOpening ? "Opening the shared task" : "The link could not be opened"}
      words={
        isOpening ? "One moment." : "This server did not answer, or cannot check the link now."
      }
      next={isOpening ? "" : "Try again in a moment."}
    >
      {onRetry !== null && (
        <Button look="primary" onClick={onRetry}>
          Try again
        </Button>
      )}
      <noscript>A share link opens with JavaScript only.</noscript>
    </MessagePage>
  );
}
