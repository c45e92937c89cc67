import { expect, it } from "vitest";
import { filmStepLabel } from "./film-step";

type Labelled = Parameters<typeof filmStepLabel>[0];
const step: Labelled = { number: 12, outcome: "success", hasScreenshot: true };

it("names a step by its number alone when nothing is the matter", () => {
  expect(filmStepLabel(step, false)).toBe("Step 12");
  expect(filmStepLabel({ ...step, outcome: "unknown" }, false)).toBe("Step 12");
});

it("says in words what the filmstrip shows by colour", () => {
  const failed: Labelled = { ...step, outcome: "failure", hasScreenshot: false };
  expect(filmStepLabel(failed, true)).toBe("Step 12, suspect, failed, no screenshot");
});
