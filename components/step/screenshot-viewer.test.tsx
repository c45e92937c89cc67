// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { ScreenshotViewer } from "./screenshot-viewer";

afterEach(cleanup);

/** Every picture is there as soon as it is on the page, and its load event was before anybody listened. */
function loadAtOnce(width: number, height: number): void {
  vi.spyOn(HTMLImageElement.prototype, "complete", "get").mockReturnValue(true);
  vi.spyOn(HTMLImageElement.prototype, "naturalWidth", "get").mockReturnValue(width);
  vi.spyOn(HTMLImageElement.prototype, "naturalHeight", "get").mockReturnValue(height);
}

describe("the screenshot of a step", () => {
  it.each([
    ["a tall one", 1280, 9000, "A tall picture: scroll in it to see the rest."],
    ["a wide one", 9000, 300, "A wide picture: zoom in to read it."],
  ])("%s is called that when it was loaded before the script", (_, width, height, words) => {
    loadAtOnce(width, height);
    render(
      <ScreenshotViewer
        taskId="t"
        step={sampleStep(1, { hasScreenshot: true })}
        before={null}
        boxes={[]}
        pair={null}
      />,
    );
    expect(screen.getByText(words)).toBeDefined();
  });
});
