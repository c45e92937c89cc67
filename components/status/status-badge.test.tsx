import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { StatusBadge } from "./status-badge";

it.each([
  ["created", "Created"],
  ["running", "Running"],
  ["paused", "Paused"],
  ["finished", "Finished"],
  ["failed", "Failed"],
  ["stopped", "Stopped"],
  ["unknown", "Unknown"],
] as const)("the status %s is called %s, to whoever cannot see the badge, too", (status, word) => {
  const markup = renderToStaticMarkup(<StatusBadge status={status} />);
  expect(markup.replace(/<[^>]+>/g, "")).toBe(`Status: ${word}`);
});
