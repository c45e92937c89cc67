import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NOW } from "@/test/factories/run";
import { shopRun } from "@/test/factories/shop-run";
import { sampleSnapshot } from "@/test/factories/snapshot";
import { Comparison } from "./comparison";

const runOf = (fields: Parameters<typeof shopRun>[0]) =>
  sampleSnapshot(shopRun({ status: "finished", ...fields }));

/** What stands on the page of two runs, of which the second is another in these fields. */
function compared(fields: Parameters<typeof shopRun>[0]): string {
  const b = runOf({ id: "3c90c3cc-0d44-4b50-8888-00000000000b", ...fields });
  const problems = { a: null, b: null };
  return renderToStaticMarkup(
    <Comparison a={runOf({})} b={b} problems={problems} renderedAt={NOW} />,
  );
}

it("says of runs that did the same that no step differs, and what was not compared, and leads nowhere", () => {
  const markup = compared({});
  expect(markup).toContain("Both runs were given the same prompt.");
  expect(markup).toContain("No step differs: each is on the same page");
  expect(markup).not.toContain("Next difference");
});

it("points out that the prompts differ", () => {
  expect(compared({ prompt: "Buy bread" })).toContain("The prompts differ");
});
