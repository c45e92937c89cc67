import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import StepPanel from "@/components/step/step-panel";
import { changesKey, type KnownChanges } from "@/lib/client/task/use-known-changes";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import { parseAction } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import { testContent } from "@/test/factories/content";
import { shopRun, shopStep } from "@/test/factories/shop-run";
import { ENDLESS, HOSTILE, HOSTILE_ADDRESS } from "./hostile";
import { nothing, type Panel } from "./panel";
import { OWN_ROUTES, SHARED_ROUTES } from "./pictures";

const LONG = "The page says a lot about each pair of boots. ".repeat(1500);

export const STEPS: Panel = {
  id: "steps",
  title: "Step",
  width: 42,
  states: {
    succeeded: panel(2),
    failed: panel(3),
    "a part of the screen changed": <Changed effect="some">{panel(2)}</Changed>,
    "the screen did not change": <Changed effect="none">{panel(2)}</Changed>,
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

/** What is in it knows what the second step changed. */
function Changed({ effect, children }: { effect: "some" | "none"; children: ReactNode }) {
  const routes = { ...OWN_ROUTES, changes: `/changes-${effect}` };
  const client = useQueryClient();
  useState(() => {
    const boxes = effect === "some" ? [{ x: 0.5, y: 0.2, width: 0.4, height: 0.2 }] : [];
    const share = effect === "some" ? 0.12 : 0;
    const change = { step: 2, before: 2, after: 3, share, boxes, effect, isEmptyClaim: false };
    const known: KnownChanges = {
      byStep: new Map([[2, change]]),
      isComplete: true,
      isOfLive: false,
    };
    return client.setQueryData(changesKey(routes.changes), known);
  });
  return <TaskRoutesContext value={routes}>{children}</TaskRoutesContext>;
}

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
