import { describe, expect, it } from "vitest";
import { TASK_VIEWS } from "@/lib/domain/task/task-views";
import { openView } from "./open-view";

const nothing = {
  step: null,
  view: null,
  firstStatus: "running",
  isDesktop: true,
  views: TASK_VIEWS,
} as const;

describe("openView", () => {
  it("opens a running task on its live view and a final one on its output", () => {
    expect(openView(nothing)).toBe("live");
    expect(openView({ ...nothing, firstStatus: "failed" })).toBe("output");
  });

  it("opens the step that the URL names, unless it names a view as well", () => {
    expect(openView({ ...nothing, step: 12 })).toBe("step");
    expect(openView({ ...nothing, step: 12, view: "output" })).toBe("output");
  });

  it("opens a small screen on the steps", () => {
    expect(openView({ ...nothing, isDesktop: false })).toBe("steps");
    expect(openView({ ...nothing, isDesktop: false, step: 3 })).toBe("step");
  });

  it("opens no view that the page does not have", () => {
    const views = ["steps", "step"] as const;
    expect(openView({ ...nothing, views })).toBe("step");
    expect(openView({ ...nothing, views, firstStatus: "finished" })).toBe("step");
    expect(openView({ ...nothing, views, view: "raw" })).toBe("step");
    expect(openView({ ...nothing, views, view: "live", isDesktop: false })).toBe("steps");
  });

  it("does not name the timeline a view where it always stands", () => {
    expect(openView({ ...nothing, view: "steps" })).toBe("live");
    expect(openView({ ...nothing, view: "steps", step: 3 })).toBe("step");
  });
});
