import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { SearchParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { markupOfAll } from "@/test/markup";
import { sampleStep } from "@/test/factories/snapshot";
import type { ControlNote } from "@/lib/domain/task/control-note";
import type { Step } from "@/lib/domain/task/step";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import StepPanel from "@/components/step/step-panel";
import { StepRow } from "./step-row";
import { StepThumbnail } from "./step-thumbnail";
import { StepTimeline } from "./step-timeline";

const noop = () => undefined;

type Page = {
  memory?: string;
  stepCount?: number;
  search?: string;
  selected?: number | null;
  status?: TaskStatus;
  notes?: readonly ControlNote[];
};

const markupOf = (numbers: readonly number[], page: Page = {}) =>
  markupOfAll(
    <SearchParamsContext value={new URLSearchParams(page.search)}>
      <StepTimeline
        taskId="3c90c3cc-0d44-4b50-8888-8dd25736052a"
        status={page.status ?? "finished"}
        steps={numbers.map((number) =>
          sampleStep(number, { nextGoal: `Goal ${String(number)}`, memory: page.memory ?? "" }),
        )}
        stepCount={page.stepCount ?? numbers.length}
        notes={page.notes}
        selected={page.selected ?? null}
        onSelect={noop}
        onFollow={noop}
      />
    </SearchParamsContext>,
  );

const numbersIn = (markup: string) =>
  [...markup.matchAll(/data-step="(\d+)"/g)].map(([, number]) => Number(number));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it("F11 the timeline says which steps were not reported, where they would stand", async () => {
  const markup = await markupOf([1, 2, 5]);
  expect(markup).toMatch(/Goal 2.*Steps 3–4 not reported.*Goal 5/s);
  expect(await markupOf([1, 2, 3])).not.toContain("not reported");
});

it("F12 the timeline says how many steps are not kept", async () => {
  expect(await markupOf([1, 2], { stepCount: 100 })).toContain("98 more steps are not kept");
  expect(await markupOf([1, 2])).not.toContain("not kept");
});

it("says between which steps control was taken, and by whom, and of the last at the end", async () => {
  const note = (id: string, fields: Partial<ControlNote>): ControlNote => ({
    id,
    at: "2026-03-01T12:00:00.000Z",
    action: "take-control",
    who: null,
    afterStep: null,
    isSure: true,
    ...fields,
  });
  const notes = [
    note("a", { action: "message", who: "<b>ann</b>" }),
    note("b", { afterStep: 2 }),
    note("c", { action: "stop", afterStep: 3, isSure: false }),
  ];
  const markup = (await markupOf([1, 2, 3], { notes })).replace(/<[^>]*>/g, "");
  expect(markup).toMatch(
    /&lt;b&gt;ann&lt;\/b&gt; sent a message.*Goal 1.*Goal 2.*Somebody here took control of the browser.*Goal 3.*stopped the run, which was not confirmed/s,
  );
  // What a filter leaves out has no place.
  const filtered = await markupOf([1, 2, 3], { notes, search: "q=Goal" });
  expect(filtered).not.toContain("Somebody here");
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
        needle=""
      />,
    );
  const panel = (selected: number) =>
    renderToStaticMarkup(
      <QueryClientProvider client={new QueryClient()}>
        <StepPanel taskId="t" steps={steps} selected={selected} onSelect={() => undefined} />
      </QueryClientProvider>,
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
    <QueryClientProvider client={new QueryClient()}>
      <StepThumbnail taskId="t" step={2} hasScreenshot screenshotKey="k3y" />
      <StepPanel taskId="t" steps={[step]} selected={2} onSelect={() => undefined} />
    </QueryClientProvider>,
  );
  const addresses = markup.match(/\/api\/[^" ]*/g) ?? [];
  expect(addresses.length).toBeGreaterThanOrEqual(5);
  for (const address of addresses) expect(address).toMatch(/[?;]v=k3y$/);
});

it("all rows of a short run are on the page, of a long one those around the selected step", async () => {
  expect(numbersIn(await markupOf(upTo(150)))).toHaveLength(150);
  const around = numbersIn(await markupOf(upTo(10_000), { selected: 777 }));
  expect(around).toContain(777);
  expect(around.length).toBeLessThanOrEqual(60);
});

it("a long run begins at its end while it goes on, and at its beginning when it is over", async () => {
  expect(numbersIn(await markupOf(upTo(1000), { status: "running" })).at(-1)).toBe(1000);
  expect(numbersIn(await markupOf(upTo(1000)))[0]).toBe(1);
});

it("the rest of a long run is a link away without JavaScript", async () => {
  const markup = await markupOf(upTo(1000), { selected: 777 });
  expect(markup).toMatch(/href="[^"]*\?step=764"[^>]*>Earlier steps/);
  expect(markup).toMatch(/href="[^"]*\?step=805"[^>]*>Later steps/);
});

it("the markup carries no inline style, which the page's policy would refuse", async () => {
  expect(await markupOf(upTo(1000), { selected: 777, search: "?q=goal" })).not.toContain("style=");
});

it("a filtered list keeps the numbers of its steps and marks what was looked for", async () => {
  const markup = await markupOf(upTo(20), { search: "?q=GOAL+1" });
  expect(numbersIn(markup)).toEqual([1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  expect(markup).toMatch(/<mark[^>]*>Goal 1<\/mark>/);
  expect(markup).not.toContain("not reported");
});

it("a filter that leaves nothing says so", async () => {
  expect(await markupOf([1, 2], { search: "?outcome=failure" })).toContain("No step matches");
});

it("the server searches no more than it can while others wait, and says so", async () => {
  const page = { memory: "가".repeat(60_000), search: "?q=goal+1" };
  const few = await markupOf(upTo(4), page);
  expect(numbersIn(few)).toEqual([1]);
  expect(few).not.toContain("All steps are shown");
  const many = await markupOf(upTo(30), page);
  expect(numbersIn(many)).toEqual(upTo(30));
  expect(many).toContain("All steps are shown");
  expect(many).not.toContain("<mark");
  expect(many).toContain('value="goal 1"');
  expect(await markupOf(upTo(30), { ...page, search: "" })).not.toContain("All steps are shown");
});
