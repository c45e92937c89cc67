import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures";

test("a build has no catalogue", async ({ page }) => {
  const answer = await page.goto("/catalogue");
  expect(answer?.status()).toBe(404);
  const routes = readFileSync(".next/app-path-routes-manifest.json", "utf8");
  expect(routes).toContain("/board");
  expect(routes).not.toContain("catalogue");
});
