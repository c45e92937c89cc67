import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FileList } from "./file-list";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const markupOf = (files: readonly { id: string; name: string }[]) =>
  renderToStaticMarkup(
    <FileList name="Output files" files={files} emptyWords="None." href={(id) => `/f/${id}`} />,
  );

it("F20 of ten thousand files 200 are drawn, and a button offers more", () => {
  const files = Array.from({ length: 10_000 }, (_, index) => ({ id: ID, name: String(index) }));
  const markup = markupOf(files);
  expect(markup.match(/<li/g)).toHaveLength(200);
  expect(markup).toContain("Show 200 more of 9800");
  expect(markupOf(files.slice(0, 200))).not.toContain("more of");
});

it("F20 a file with an id that is none is listed without a link", () => {
  const markup = markupOf([
    { id: ID, name: "good.csv" },
    { id: "../../secrets", name: "odd.csv" },
  ]);
  expect(markup).toContain("odd.csv");
  expect(markup.match(/href="[^"]*"/g)).toEqual([`href="/f/${ID}"`]);
});
