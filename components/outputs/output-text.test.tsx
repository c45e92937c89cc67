import { expect, it } from "vitest";
import { markupOfAll } from "@/test/markup";
import { OutputText } from "./output-text";

const markupOf = (output: string) =>
  markupOfAll(<OutputText output={output} absentWords="Nothing came." />);

it("the server draws an ordinary output by its kind", async () => {
  expect(await markupOf("# Result\n\n- one\n- two")).toContain("<li>one</li>");
  expect(await markupOf('{"price":94}')).toContain("json-number");
});

it.each([
  ["Markdown", "1. a\n".repeat(1500), "<li>"],
  ["a long answer in Markdown", "# Result\n\nSome words.\n\n".repeat(1500), "<h3"],
  ["JSON", `[${"1,".repeat(9000)}1]`, "json-number"],
  ["JSON of few values", `["${"x".repeat(20_000)}"]`, "json-string"],
])("the server leaves %s that takes long to draw as text", async (_, output, sign) => {
  const markup = await markupOf(output);
  expect(markup).not.toContain(sign);
  expect(markup).toContain("whitespace-pre-wrap");
});
