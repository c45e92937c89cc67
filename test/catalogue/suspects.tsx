import { SuspectBar } from "@/components/suspects/suspect-bar";
import { SuspectMenu } from "@/components/suspects/suspect-menu";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import { ok, suspectsOf } from "@/test/factories/run";
import { HOSTILE } from "./hostile";
import { nothing, type Panel } from "./panel";

const REASONS: Readonly<Record<Suspect["kind"], Suspect>> = {
  "failed-step": {
    kind: "failed-step",
    step: 3,
    reason: "Failed: size 42 is sold out, and the button does nothing.",
  },
  repeated: {
    kind: "repeated",
    step: 8,
    reason: "Did the same five times, and four of them failed.",
  },
  "no-effect": {
    kind: "no-effect",
    step: 6,
    reason: "Says success, but the screen did not change: Click element 22",
  },
  slowest: { kind: "slowest", step: 4, reason: "Took 62 s; a step usually takes 8 s." },
  "last-before-end": {
    kind: "last-before-end",
    step: 12,
    reason: "The last step before the task failed.",
  },
  judge: { kind: "judge", step: null, reason: "The judge: the boots are not waterproof." },
};
const hostile = suspectsOf(
  { status: "finished", verdict: { agent: true, judge: false, judgement: HOSTILE.repeat(6) } },
  ok(4),
);
const list = { taskId: "", selected: null, onSelect: nothing, onOpenOutput: nothing };

export const SUSPECTS: Panel = {
  id: "suspects",
  title: "Where to look first",
  width: 38,
  states: {
    "every kind": <SuspectBar {...list} suspects={Object.values(REASONS)} isOpenAtFirst />,
    "a single one": <SuspectBar {...list} suspects={[REASONS.slowest]} isOpenAtFirst />,
    folded: <SuspectBar {...list} suspects={Object.values(REASONS)} isOpenAtFirst={false} />,
    "one is open on the stage": (
      <SuspectBar {...list} suspects={Object.values(REASONS)} selected={3} isOpenAtFirst />
    ),
    hostile: <SuspectBar {...list} suspects={hostile} isOpenAtFirst />,
    "in a run that was seen going on": (
      <div className="flex p-3">
        <SuspectMenu {...list} suspects={Object.values(REASONS)} />
      </div>
    ),
  },
};
