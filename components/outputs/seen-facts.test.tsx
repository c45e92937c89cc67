// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { testContent } from "@/test/factories/content";
import { shopRun } from "@/test/factories/shop-run";
import SeenFacts from "./seen-facts";

afterEach(cleanup);

it("links each fact to the steps that it was seen in, and says of others that it was in none", async () => {
  const opened: number[] = [];
  render(
    <SeenFacts
      content={shopRun({ output: "Fell Low for 118.00 euros, order 4711." })}
      onSelect={(step) => opened.push(step)}
    />,
  );
  const panel = await screen.findByRole("region", { name: "Where it was seen" });
  expect(panel.textContent).toContain("where it was seen, not whether it is true");
  const rows = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(rows.slice(0, 3)).toEqual([
    "Fell Lowstep 5",
    "118.00 eurosstep 5",
    "4711not seen in any step",
  ]);
  expect(
    screen.getByRole("heading", { name: "Answered · 1 of 3 not seen in any step" }),
  ).toBeDefined();
  fireEvent.click(screen.getAllByRole("link", { name: "step 5" })[0] ?? panel);
  expect(opened).toEqual([5]);
});

it("tells a fact that was only said from one that was seen", async () => {
  const { steps } = shopRun({}, 6);
  const content = testContent({ task: { prompt: "", output: "See XR-200." }, steps });
  const said = {
    ...content,
    steps: steps.map((step) => (step.number === 6 ? { ...step, memory: "XR-200" } : step)),
  };
  render(<SeenFacts content={said} onSelect={() => undefined} />);
  expect((await screen.findByRole("listitem")).textContent).toBe(
    "XR-200not seen in any step, only said in step 6",
  );
});

it("folds what is more than a dozen, and is away without an output", async () => {
  const output = Array.from({ length: 30 }, (_, n) => String(100 + n)).join(", ");
  const { rerender, container } = render(
    <SeenFacts content={testContent({ task: { output } })} onSelect={() => undefined} />,
  );
  expect((await screen.findByText("18 more")).tagName).toBe("SUMMARY");
  rerender(
    <SeenFacts content={testContent({ task: { output: null } })} onSelect={() => undefined} />,
  );
  expect(container.textContent).toBe("");
});
