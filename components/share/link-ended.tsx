import { Unlink } from "lucide-react";
import { MessagePage } from "@/components/ui/message-page";

/** What stands in the place of everything that a link showed, once it no longer works. */
export default function LinkEnded() {
  return (
    <MessagePage
      icon={<Unlink aria-hidden="true" />}
      title="This link does not work any more"
      words="It has expired or was revoked."
      next="Ask whoever sent it for a new one."
    />
  );
}
