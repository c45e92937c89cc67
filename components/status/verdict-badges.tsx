import { Bot, Gavel } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import type { Verdict } from "@/lib/domain/task/task";

/** What the agent claims and what the judge found, apart from the status and from each other. */
export function VerdictBadges({ verdict }: { verdict: Verdict }) {
  return (
    <>
      {verdict.agent !== null && (
        <Badge
          tone={verdict.agent ? "success" : "failure"}
          title="What the agent says about its own work. Less reliable than the judge."
        >
          <Bot aria-hidden="true" />
          Agent says {verdict.agent ? "success" : "failure"}
        </Badge>
      )}
      {verdict.judge !== null && (
        <Badge
          tone={verdict.judge ? "success" : "failure"}
          title={showHidden(
            verdict.judgement?.slice(0, 400) ?? "The verdict of an independent judge.",
          )}
        >
          <Gavel aria-hidden="true" />
          Judge says {verdict.judge ? "success" : "failure"}
        </Badge>
      )}
    </>
  );
}
