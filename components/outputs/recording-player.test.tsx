// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { RecordingPlayer } from "./recording-player";

afterEach(cleanup);

it("says that a video could not be played, and tries again", () => {
  const { container } = render(<RecordingPlayer name="Recording" href="/recording" />);
  const video = () => container.querySelector("video");
  expect(video()?.preload).toBe("none");
  const first = video();
  if (first !== null) fireEvent.error(first);
  expect(video()).toBeNull();
  expect(screen.getByRole("alert").textContent).toBe("It could not be played.");
  expect(screen.getByRole("link", { name: "Download recording" }).getAttribute("href")).toBe(
    "/recording",
  );
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(video()?.getAttribute("src")).toBe("/recording");
});
