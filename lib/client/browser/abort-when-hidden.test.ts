// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { abortWhenHidden } from "./abort-when-hidden";

function become(visibility: DocumentVisibilityState) {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
  document.dispatchEvent(new Event("visibilitychange"));
}

it("aborts when the page is hidden, not when it is seen again, and not after its end", () => {
  const [held, answered] = [abortWhenHidden(), abortWhenHidden()];
  become("visible");
  expect(held.signal.aborted).toBe(false);
  answered.end();
  become("hidden");
  expect([held.signal.aborted, answered.signal.aborted]).toEqual([true, false]);
  held.end();
});
