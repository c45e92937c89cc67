// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import {
  PHASE_DEVELOPMENT_SERVER,
  PHASE_PRODUCTION_BUILD,
  PHASE_PRODUCTION_SERVER,
} from "next/constants";
import { describe, expect, it } from "vitest";
import config from "../next.config.mjs";

const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.dev\.\w+$/.test(file),
);
/** @param {string} phase */
const isPage = (phase, /** @type {string} */ file) => {
  const name = file.split("/").at(-1) ?? "";
  return config(phase).pageExtensions?.some((ending) => name === `page.${ending}`);
};

describe("the pages of the development server", () => {
  it("are the catalogue", () => {
    expect(pages).toEqual(["catalogue/page.dev.tsx"]);
  });

  it.each(pages)("%s is in no build, and answers in development", (file) => {
    expect(isPage(PHASE_DEVELOPMENT_SERVER, file)).toBe(true);
    expect(isPage(PHASE_PRODUCTION_BUILD, file)).toBe(false);
    expect(isPage(PHASE_PRODUCTION_SERVER, file)).toBe(false);
  });

  it.each(pages)("%s asks who wants to see it before anything else", (file) => {
    const source = readFileSync(`app/${file}`, "utf8");
    const body = source.slice(source.indexOf("export default async function"));
    expect(body.split("\n")[1]).toContain("await requireOperator(");
  });

  it("leave the product's own pages as they are", () => {
    for (const phase of [PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD]) {
      expect(isPage(phase, "page.tsx")).toBe(true);
    }
  });
});
