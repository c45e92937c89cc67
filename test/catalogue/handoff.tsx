import RunHandoff from "@/components/handoff/run-handoff";
import StepHandoff from "@/components/handoff/step-handoff";
import SeenFacts from "@/components/outputs/seen-facts";
import { SpentLine } from "@/components/suspects/spent-line";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import { shopRun, shopStep } from "@/test/factories/shop-run";
import { testContent } from "@/test/factories/content";
import { HOSTILE } from "./hostile";
import { nothing, type Panel } from "./panel";
import { SHARED_ROUTES } from "./pictures";

const ANSWER = "The Fell Low costs 118.00 euros and comes on 3 December. Order XR-4711.";
const step = { number: 3, suspects: [] };
const failing = {
  ...shopStep(3),
  outcome: "failure",
  url: "https://www.fernweg.example/cart",
} as const;
const LOOPING = testContent({
  task: { status: "failed", cost: "0.12" },
  steps: [
    shopStep(1),
    ...[2, 3, 4].map((number) => ({ ...failing, number })),
    { ...shopStep(5), url: "https://pay.example/" },
    { ...shopStep(3), number: 6 },
    { ...shopStep(6), number: 7 },
  ],
});

export const HANDOFF: Panel = {
  id: "handoff",
  title: "Handing on",
  width: 30,
  states: {
    "a step": (
      <div className="@container flex justify-end p-2">
        <StepHandoff content={shopRun()} {...step} />
      </div>
    ),
    "a step behind a share link": (
      <TaskRoutesContext value={SHARED_ROUTES}>
        <div className="@container flex justify-end p-2">
          <StepHandoff content={shopRun()} {...step} />
        </div>
      </TaskRoutesContext>
    ),
    "a hostile run": (
      <div className="p-2">
        <RunHandoff content={shopRun({ prompt: HOSTILE, output: HOSTILE })} suspects={[]} />
      </div>
    ),
  },
};

export const SEEN: Panel = {
  id: "seen",
  title: "Where it was seen",
  width: 36,
  states: {
    "seen, said and neither": (
      <SeenFacts content={shopRun({ output: ANSWER })} onSelect={nothing} />
    ),
    hostile: <SeenFacts content={shopRun({ output: `“${HOSTILE}” 118` })} onSelect={nothing} />,
    "very many": (
      <SeenFacts
        content={shopRun({ output: Array.from({ length: 30 }, (_, n) => 110 + n).join(", ") })}
        onSelect={nothing}
      />
    ),
  },
};

export const SPENT: Panel = {
  id: "spent",
  title: "What the time went into",
  width: 38,
  states: {
    "a failed step": <SpentLine content={shopRun()} onSelect={nothing} />,
    "a loop, on two sites": <SpentLine content={LOOPING} onSelect={nothing} />,
    "without a cost": <SpentLine content={shopRun({ cost: null })} onSelect={nothing} />,
  },
};
