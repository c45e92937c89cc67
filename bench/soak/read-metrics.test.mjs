// @ts-check
import { expect, it } from "vitest";
import { parseMetrics } from "./read-metrics.mjs";

it("reads values and adds up what differs in labels alone", () => {
  const text = [
    "# HELP sightglass_watchers Answers that are held now",
    "sightglass_watchers 3",
    'sightglass_cache_bytes{cache="tasks"} 1.5e+3',
    'sightglass_cache_bytes{cache="resized"} 500',
    "",
  ].join("\n");
  expect([...parseMetrics(text)]).toEqual([
    ["sightglass_watchers", 3],
    ["sightglass_cache_bytes", 2000],
  ]);
});
