import { NeedLine } from "@/components/status/need-line";
import type { Need } from "@/lib/domain/needs/need";
import { NOW } from "@/test/factories/run";
import { nothing, type Panel } from "./panel";

const NEED: Need = {
  reason: "captcha",
  severity: "now",
  since: new Date(NOW - 240_000).toISOString(),
  step: 12,
  isGuess: true,
  key: "captcha-12",
};
const LINE = {
  hasLive: true,
  isSeen: false,
  isBusy: false,
  failure: null,
  now: NOW,
  onNext: nothing,
  onSeen: nothing,
};
const END = { severity: "look", key: "end" } as const;

/** The line under the header of a run that needs somebody. */
export const NEEDS: Panel = {
  id: "needs",
  title: "What a run needs a person for",
  width: 38,
  states: {
    "it waits": <NeedLine {...LINE} need={NEED} />,
    "it waits, without a live view": <NeedLine {...LINE} need={NEED} hasLive={false} />,
    "it is paused": <NeedLine {...LINE} need={{ ...NEED, reason: "paused", isGuess: false }} />,
    "it is stuck": <NeedLine {...LINE} need={{ ...NEED, reason: "stuck", severity: "soon" }} />,
    "it ended at a login": <NeedLine {...LINE} need={{ ...NEED, ...END, reason: "login" }} />,
    "it failed without a step": (
      <NeedLine
        {...LINE}
        need={{ ...NEED, ...END, reason: "failed", step: null, isGuess: false }}
      />
    ),
    "somebody has seen it": <NeedLine {...LINE} need={NEED} isSeen />,
    "the mark could not be made": (
      <NeedLine {...LINE} need={NEED} failure="Marks cannot be reached now" />
    ),
    "it is over": <NeedLine {...LINE} need={null} />,
  },
};
