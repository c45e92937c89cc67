import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { sampleStep } from "@/lib/contract/sample-snapshot";
import type { Step } from "@/lib/domain/step";
import StepPanel from "./step-panel";
import { StepRow } from "./step-row";
import { StepThumbnail } from "./step-thumbnail";
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

it("F08 a step that is no longer reported says so in its row and on the stage", () => {
  const steps = [sampleStep(1), sampleStep(2, { isReported: false })];
  const row = (step: Step) =>
    renderToStaticMarkup(
      <StepRow
        taskId="t"
        step={step}
        isSelected={false}
        isBusy={false}
        isTabStop={false}
        onSelect={() => undefined}
      />,
    );
  const panel = (selected: number) =>
    renderToStaticMarkup(
      <StepPanel taskId="t" steps={steps} selected={selected} onSelect={() => undefined} />,
    );
  for (const step of steps) {
    const words = "No longer reported";
    expect(row(step).includes(words)).toBe(!step.isReported);
    expect(panel(step.number).includes(words)).toBe(!step.isReported);
  }
});

it("F09 the pictures of a step are asked for by their key", () => {
  const step = sampleStep(2, { hasScreenshot: true, screenshotKey: "k3y" });
  const markup = renderToStaticMarkup(
    <>
      <StepThumbnail taskId="t" step={2} hasScreenshot screenshotKey="k3y" />
      <StepPanel taskId="t" steps={[step]} selected={2} onSelect={() => undefined} />
    </>,
  );
  const addresses = markup.match(/\/api\/[^" ]*/g) ?? [];
  expect(addresses.length).toBeGreaterThanOrEqual(5);
  for (const address of addresses) expect(address).toMatch(/[?;]v=k3y$/);
});
