import type { ReactNode } from "react";
import { StatusBadge } from "@/components/status/status-badge";
import { VerdictBadges } from "@/components/status/verdict-badges";
import type { Verdict } from "@/lib/domain/task/task";
import { isTaskStatus, TASK_STATUSES } from "@/lib/domain/task/task-status";
import { HOSTILE } from "./hostile";
import type { Panel } from "./panel";

/** What a status, what the agent and what the judge say, beside each other. */
export const STATUSES: Panel = {
  id: "statuses",
  title: "Status and verdicts",
  width: 22,
  states: {
    ...Object.fromEntries(
      Object.keys(TASK_STATUSES)
        .filter(isTaskStatus)
        .map((status) => [status, row(<StatusBadge status={status} />)]),
    ),
    "failed, in a word of theirs": row(<StatusBadge status="failed" rawStatus="timed_out" />),
    "unknown, in a word of theirs": row(<StatusBadge status="unknown" rawStatus="idle" />),
    "a hostile word": row(<StatusBadge status="unknown" rawStatus={HOSTILE} />),
    "finished without an answer": finished({}, false),
    "finished with an answer": finished({}, true),
    "the agent says success": finished({ agent: true }),
    "the agent says failure": finished({ agent: false }),
    "both say success": finished({ agent: true, judge: true }),
    "both say failure": finished({ agent: false, judge: false }),
    "the judge disagrees": finished({ agent: true, judge: false }),
    "the agent disagrees": finished({ agent: false, judge: true }),
  },
};

function finished(said: Partial<Verdict>, hasAnswer = true): ReactNode {
  const verdict = { agent: null, judge: null, judgement: null, ...said };
  return row(
    <>
      <StatusBadge status="finished" verdict={verdict} hasAnswer={hasAnswer} />
      <VerdictBadges verdict={verdict} />
    </>,
  );
}

function row(badges: ReactNode): ReactNode {
  return <div className="flex flex-wrap items-center gap-1.5 p-3">{badges}</div>;
}
