import type { ReactNode } from "react";
import StepPanel from "@/components/step/step-panel";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import { parseAction } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import { testContent } from "@/test/factories/content";
import { shopRun, shopStep } from "@/test/factories/shop-run";
import { ENDLESS, HOSTILE, HOSTILE_ADDRESS } from "./hostile";
import { nothing, type Panel } from "./panel";
import { SHARED_ROUTES } from "./pictures";

const LONG = "The page says a lot about each pair of boots. ".repeat(1500);

export const STEPS: Panel = {
  id: "steps",
  title: "Step",
  width: 42,
  states: {
    succeeded: panel(2),
    failed: panel(3),
    "the newest, not judged yet": panel(null, shopRun({}, 4).steps),
    "no screenshot": panel(1, [shopStep(1, { hasScreenshot: false })]),
    "a screenshot that does not load": panel(1, [shopStep(1, { screenshotKey: "broken" })]),
    "a tall screenshot": panel(1, [shopStep(1, { screenshotKey: "tall" })]),
    "a wide screenshot": panel(1, [shopStep(1, { screenshotKey: "wide" })]),
    "a screenshot of one pixel": panel(1, [shopStep(1, { screenshotKey: "speck" })]),
    "told of no more": panel(2, [shopStep(1), shopStep(2, { isReported: false })]),
    "nothing recorded": panel(1, [{}]),
    "behind a share link": <TaskRoutesContext value={SHARED_ROUTES}>{panel(3)}</TaskRoutesContext>,
    "behind a share link without screenshots": (
      <TaskRoutesContext value={{ ...SHARED_ROUTES, hasPictures: false }}>
        {panel(3)}
      </TaskRoutesContext>
    ),
    "texts that were cut": panel(1, [
      shopStep(1, {
        memory: LONG,
        nextGoal: LONG,
        url: `https://shop.example/${"a".repeat(4000)}`,
        cut: { memory: 900_000, nextGoal: 400_000, url: 70_000, actions: 300_000 },
      }),
    ]),
    hostile: panel(1, [
      {
        nextGoal: HOSTILE,
        memory: ENDLESS,
        evaluation: HOSTILE,
        url: HOSTILE_ADDRESS,
        actions: [
          parseAction(JSON.stringify({ [HOSTILE]: { [ENDLESS]: HOSTILE } })),
          parseAction(HOSTILE),
        ],
      },
    ]),
    "no step yet": panel(null, []),
    "no such step": panel(99),
  },
};

function panel(
  selected: number | null,
  steps: readonly Partial<Step>[] = shopRun().steps,
): ReactNode {
  return (
    <StepPanel
      taskId=""
      steps={testContent({ steps }).steps}
      selected={selected}
      onSelect={nothing}
    />
  );
}
