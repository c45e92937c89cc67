// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { shopRun } from "@/test/factories/shop-run";
import { testContent } from "@/test/factories/content";
import { SpentLine } from "./spent-line";

afterEach(cleanup);

it("says what time and money went into, and leads to the step", () => {
  const opened: number[] = [];
  render(
    <SpentLine content={shopRun({ status: "failed" })} onSelect={(step) => opened.push(step)} />,
  );
  const line = screen.getByRole("region", { name: "What the time went into" });
  expect(line.textContent).toBe(
    "12 s of 1 m 38 s (13 %) and about $0.0054 of $0.0412 went into a failed step.",
  );
  fireEvent.click(screen.getByRole("link", { name: "a failed step" }));
  expect(opened).toEqual([3]);
});

it("is away where nothing failed, and says nothing of a cost that nobody tells", () => {
  const { container, rerender } = render(
    <SpentLine content={testContent({})} onSelect={() => undefined} />,
  );
  expect(container.textContent).toBe("");
  rerender(<SpentLine content={shopRun({ cost: null })} onSelect={() => undefined} />);
  expect(container.textContent).toBe("12 s of 1 m 38 s (13 %) went into a failed step.");
});
