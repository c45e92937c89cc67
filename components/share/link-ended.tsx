import { Unlink } from "lucide-react";
import { NoticePage } from "@/components/ui/message-page";

/** What stands in the place of everything that a link showed, once it no longer works. */
export default function LinkEnded() {
  return (
    <NoticePage
      icon={<Unlink aria-hidden="true" />}
      title="This link does not work any more"
      words="It has expired or was revoked."
      next="Ask whoever sent it for a new one."
    />
  );
}
