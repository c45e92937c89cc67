// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useImageState } from "./use-image-state";

afterEach(cleanup);

function Picture({ src }: { src: string }) {
  const { hasFailed, attempt, retry, imageProps } = useImageState(src);
  return hasFailed ? (
    <button onClick={retry}>Again</button>
  ) : (
    <img key={attempt} src={src} alt="A page" {...imageProps} />
  );
}

const picture = () => screen.queryByRole("img");
const hasFailed = () => screen.queryByRole("button") !== null;

it("tells a picture that cannot be loaded, and no other one in its place", () => {
  const { rerender } = render(<Picture src="/1" />);
  expect(hasFailed()).toBe(false);
  fireEvent.error(screen.getByRole("img"));
  expect(hasFailed()).toBe(true);
  rerender(<Picture src="/2" />);
  expect(hasFailed()).toBe(false);
});

it("loads it anew, in an element of its own, when it is tried again", () => {
  render(<Picture src="/1" />);
  const first = screen.getByRole("img");
  fireEvent.error(first);
  fireEvent.click(screen.getByRole("button"));
  expect(picture()).not.toBeNull();
  expect(picture()).not.toBe(first);
  fireEvent.error(screen.getByRole("img"));
  expect(hasFailed()).toBe(true);
});

it.each([
  ["one that failed before the page was hydrated", "http://localhost/1", 0, true],
  ["one that is there", "http://localhost/1", 1280, false],
  ["one that nobody has asked for yet", "", 0, false],
])("knows %s", (_, currentSrc, naturalWidth, failed) => {
  vi.spyOn(HTMLImageElement.prototype, "complete", "get").mockReturnValue(true);
  vi.spyOn(HTMLImageElement.prototype, "currentSrc", "get").mockReturnValue(currentSrc);
  vi.spyOn(HTMLImageElement.prototype, "naturalWidth", "get").mockReturnValue(naturalWidth);
  render(<Picture src="/1" />);
  expect(hasFailed()).toBe(failed);
});
