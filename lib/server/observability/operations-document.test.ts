import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { getApp } from "@/lib/server/app/get-app";
import { configureProduct } from "@/test/product";

const DOCUMENT = readFileSync("docs/operations.md", "utf8");
const DASHBOARD = readFileSync("docs/grafana.json", "utf8");
/** What Prometheus makes of a histogram. */
const SERIES = /_(?:bucket|sum|count)$/;

function metricNames(): string[] {
  configureProduct({
    BROWSER_USE_API_KEY: "bu_key_of_a_test",
    METRICS_TOKEN: "a-token-of-the-tests-with-chance-0123456789",
  });
  return getApp().metrics.names();
}

/** The metrics that a text names; a series of a histogram counts as the histogram. */
function namedIn(text: string, names: readonly string[]): string[] {
  const named = [...text.matchAll(/\b(?:sightglass|process|nodejs)_[a-z0-9_]+/g)].map(([name]) =>
    names.includes(name) ? name : name.replace(SERIES, ""),
  );
  return [...new Set(named)];
}

// Some of the process's own metrics are there on Linux only, where the product runs.
describe.skipIf(process.platform !== "linux")("docs/operations.md", () => {
  const names = metricNames();

  it("has a row for each metric, and for no other", () => {
    const rows = [...DOCUMENT.matchAll(/^\| `((?:sightglass|process|nodejs)_[a-z0-9_]+)`/gm)];
    expect(names.length).toBeGreaterThan(20);
    expect(rows.map(([, name]) => name ?? "").sort()).toEqual([...names].sort());
  });

  it("names no metric that is not there, and neither does the dashboard", () => {
    for (const text of [DOCUMENT, DASHBOARD]) {
      const named = namedIn(text, names);
      expect(named.length).toBeGreaterThan(5);
      expect(named.filter((name) => !names.includes(name))).toEqual([]);
    }
  });

  it("says of each alert what to do", () => {
    const alerts = [...DOCUMENT.matchAll(/^ +- alert: (\w+)$/gm)].map(([, name]) => name ?? "");
    const headings = [...DOCUMENT.matchAll(/^### (Sightglass\w+)$/gm)].map(([, name]) => name);
    expect(alerts.length).toBeGreaterThan(5);
    expect(headings).toEqual(alerts);
  });
});

describe("docs/grafana.json", () => {
  it("can be read, shows each metric of ours, and every panel asks for something", () => {
    const dashboard: unknown = JSON.parse(DASHBOARD);
    const panels: unknown =
      typeof dashboard === "object" && dashboard !== null && "panels" in dashboard
        ? dashboard.panels
        : null;
    if (!Array.isArray(panels)) throw new Error("There are no panels");
    expect(panels.length).toBeGreaterThan(8);
    for (const panel of panels) expect(JSON.stringify(panel)).toMatch(/"expr":"[^"]/);
    const names = metricNames();
    const shown = namedIn(DASHBOARD, names);
    const ours = names.filter((name) => name.startsWith("sightglass_"));
    expect(ours.filter((name) => !shown.includes(name))).toEqual([]);
  });
});
