import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { config } from "@/proxy";

const isProxied = (path: string) =>
  config.matcher.some((matcher) => new RegExp(`^${matcher}$`).test(path));

/** What answers for itself by its whole name. */
const OWN = [
  "/healthz",
  "/readyz",
  "/metrics",
  "/icon.svg",
  ...readdirSync("public").map((name) => `/${name}`),
];
const API = readdirSync("app/api", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `/api/${name}`);

describe("addresses that get the headers of a page", () => {
  it("are none that answer for themselves", () => {
    for (const path of API) {
      expect(isProxied(path), path).toBe(false);
      expect(isProxied(`${path}/x`), path).toBe(false);
    }
    for (const path of ["/_next/static/chunks/a.js", ...OWN]) {
      expect(isProxied(path), path).toBe(false);
    }
  });

  it("are all others, however near their names come", () => {
    const near = [...API, ...OWN].flatMap((path) => [
      `${path}x`,
      `${path}.x`,
      `/x${path}`,
      path.slice(0, -1),
      path.toUpperCase(),
    ]);
    const others = ["/", "/tasks/a", "/share", "/api", "/api/nowhere", "/icon", "/icons/a.png"];
    const more = ["/icon.svg/x", "/healthz/x", "/_next/staticx", "/_next/nowhere", "/iconXsvg"];
    for (const path of [...near, ...others, ...more]) {
      // One name may be the beginning of another.
      if (!API.includes(path)) expect(isProxied(path), path).toBe(true);
    }
  });
});
