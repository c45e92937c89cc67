import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { sampleStep } from "@/lib/contract/sample-snapshot";
import { StepTimeline } from "./step-timeline";

const markupOf = (numbers: readonly number[], stepCount = numbers.length) =>
  renderToStaticMarkup(
    <StepTimeline
      taskId="3c90c3cc-0d44-4b50-8888-8dd25736052a"
      status="finished"
      steps={numbers.map((number) => sampleStep(number, { nextGoal: `Goal ${String(number)}` }))}
      stepCount={stepCount}
      selected={null}
      onSelect={() => undefined}
      onFollow={() => undefined}
    />,
  );

it("F11 the timeline says which steps were not reported, where they would stand", () => {
  const markup = markupOf([1, 2, 5]);
  expect(markup).toMatch(/Goal 2.*Steps 3–4 not reported.*Goal 5/s);
  expect(markupOf([1, 2, 3])).not.toContain("not reported");
});

it("F12 the timeline says how many steps are not kept", () => {
  expect(markupOf([1, 2], 100)).toContain("98 more steps are not kept");
  expect(markupOf([1, 2])).not.toContain("not kept");
});
