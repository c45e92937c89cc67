import { Unlink } from "lucide-react";
import { MessagePage } from "@/components/ui/message-page";

/** The page of every link that does not work, whatever the reason. */
export default function InvalidLink() {
  return (
    <MessagePage
      icon={<Unlink aria-hidden="true" />}
      title="This link does not work"
      words="It has expired, was revoked, or is not complete."
      next="Ask whoever sent it for a new one."
    />
  );
}
