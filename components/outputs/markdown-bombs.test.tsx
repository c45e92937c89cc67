import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, it } from "vitest";
import { outputKind } from "@/lib/domain/text/output-kind";
import { cpuMs, growthFault } from "@/test/growth";
import MarkdownOutput from "./markdown-output";

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join("");

/** Texts of the kinds that keep parsers busy, each at a size of about `n`. */
const BOMBS: Record<string, (n: number) => string> = {
  "lists in lists by indentation": (n) => times(n / 40, (at) => `${" ".repeat(2 * at)}- a\n`),
  "lists in lists on one line": (n) => `${"- ".repeat(n / 2)}a`,
  "quotes in quotes": (n) => `${">".repeat(n)} a`,
  "numbered lists in quotes": (n) => `${"> 1. ".repeat(n / 5)}a`,
  "open brackets": (n) => `# a\n${"[".repeat(n)}`,
  "links in links": (n) => `# a\n${"[a](".repeat(n / 4)}`,
  "pictures in pictures": (n) => `# a\n${"![".repeat(n / 2)}`,
  "closing brackets": (n) => `# a\n${"](".repeat(n / 2)}`,
  stars: (n) => `# a\n${"*".repeat(n)}`,
  "stars around letters": (n) => `# a\n${"*a ".repeat(n / 3)}`,
  "stars that match each other": (n) => `# a\n${"a**b".repeat(n / 8)}${"c* ".repeat(n / 8)}`,
  "stars and underscores": (n) => `# a\n${"*_".repeat(n / 2)}a`,
  tildes: (n) => `# a\n${"~a ".repeat(n / 3)}`,
  "backticks of every length": (n) => times(Math.sqrt(n), (at) => `${"`".repeat(at)}a `),
  "open backticks": (n) => `# a\n${"`a".repeat(n / 2)}`,
  "definitions without use": (n) =>
    `# a\n${times(n / 22, (at) => `[a${String(at)}]: https://a.example\n`)}`,
  "one long definition used often": (n) =>
    `[a]: /${"x".repeat(n / 2)}\n\n# b\n${"[a] ".repeat(n / 8)}`,
  "a note used often": (n) => `# a\n${"[^a]".repeat(n / 4)}\n\n[^a]: x`,
  "a wide table": (n) => `${"|a".repeat(n / 6)}|\n${"|-".repeat(n / 6)}|\n${"|b".repeat(n / 6)}|`,
  "a long table": (n) => `|a|\n|-|\n${"|b|\n".repeat(n / 4)}`,
  "tags without end": (n) => `# a\n${"<a ".repeat(n / 3)}`,
  entities: (n) => `# a\n${"&amp;".repeat(n / 5)}`,
  escapes: (n) => `# a\n${"\\".repeat(n)}`,
  headings: (n) => "# a\n".repeat(n / 4),
  "list items": (n) => "1. a\n".repeat(n / 5),
  "empty list items": (n) => "*\n".repeat(n / 2),
  "lines under one heading": (n) => `# b\n${"a\n".repeat(n / 2)}---`,
  addresses: (n) => `# a\n${"http://a.".repeat(n / 9)}`,
  mailboxes: (n) => `# a\n${"a@".repeat(n / 2)}`,
};

/** The least processor time of three drawings, in milliseconds. */
function cost(text: string): number {
  const draw = () => renderToStaticMarkup(<MarkdownOutput text={text} />);
  return Math.min(...[1, 2, 3].map(() => cpuMs(draw, text)));
}

const ORDINARY = "Some words and **bold** and [link](https://a.example) text.\n\n".repeat(200);
let ordinary = 0;

beforeAll(() => {
  ordinary = cost(ORDINARY);
});

it.each(Object.entries(BOMBS))(
  "D07 takes no more for %s than for an ordinary answer, or shows them as text",
  (_, bomb) => {
    for (const size of [4000, 16_000, 60_000]) {
      const text = bomb(size);
      if (outputKind(text).kind !== "markdown") continue;
      expect(cost(text), `${String(size)} characters`).toBeLessThan(8 * ordinary + 50);
      const { length } = renderToStaticMarkup(<MarkdownOutput text={text} />);
      expect(length, "characters of HTML").toBeLessThan(40 * text.length + 300_000);
    }
  },
  120_000,
);

it.each(Object.entries(BOMBS))("D07 decides fast about %s", (name, make) => {
  expect(growthFault({ cap: 180_000, read: outputKind }, { name, make })).toBeNull();
});

it("D07 leaves an ordinary answer its form", () => {
  const rows = times(
    300,
    (at) => `| ${String(at)} | **Shoe** | [page](https://shop.example/${String(at)}) | 94.00 |\n`,
  );
  const answer = `## Result\n\n- one\n  - two\n    - three\n\n> quoted\n\n| # | Name | Page | Price |\n|---|---|---|---|\n${rows}`;
  expect(outputKind(answer).kind).toBe("markdown");
});

it("D08 shows HTML as text and makes no element of it", () => {
  const markup = renderToStaticMarkup(
    <MarkdownOutput
      text={[
        "# a",
        "<iframe src='https://evil.example'></iframe><style>*{}</style><base href='https://evil.example'>",
        "<meta http-equiv='refresh' content='0;url=https://evil.example'>",
        "<form action='https://evil.example'><input></form><svg onload=alert(1)></svg><math><mi></mi></math>",
        "text <script>alert(1)</script> <img src=x onerror=alert(1)>",
        "![beacon](https://evil.example/p.png)",
        "- [x] done",
      ].join("\n\n")}
    />,
  );
  expect(markup).not.toMatch(/<(?:iframe|style|base|meta|form|input|svg|math|script|img)\b/);
  expect(markup).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(markup).toContain('href="https://evil.example/p.png"');
});

it.each([
  ["[x](javascript:alert(1))", null],
  ["[x](JaVaScRiPt:alert(1))", null],
  ["[x](&#1;javascript:alert(1))", null],
  ["[x](data:text/html,<script>)", null],
  ["[x](vbscript:x)", null],
  ["[x](blob:https://shop.example/1)", null],
  ["[x](file:///etc/passwd)", null],
  ["[x](view-source:https://a.example)", null],
  ["[x](intent://a)", null],
  ["[x](//evil.example/a)", null],
  ["[x](/api/tasks)", null],
  ["[x](https:evil.example)", "https://evil.example/"],
  ["<javascript:alert(1)>", null],
  ["[x](https://a.example/b)", "https://a.example/b"],
])("D02 makes a link of %j only when it leads to the web", (text, href) => {
  const markup = renderToStaticMarkup(<MarkdownOutput text={text} />);
  expect(/href="([^"]*)"/.exec(markup)?.[1] ?? null).toBe(href);
});

it.each([
  ["[https://bank.example](https://evil.example/a)", "(evil.example)"],
  ["[evil.example.bank.example](https://evil.example/a)", "(evil.example)"],
  ["[https://bank.example/evil.example](https://evil.example/a)", "(evil.example)"],
  ["[bank](https://bank.example@evil.example/)", "(evil.example)"],
  ["[bank](https://evil.example\\\\@bank.example/)", "(bank.example)"],
])("D03 says where %j leads", (text, words) => {
  expect(renderToStaticMarkup(<MarkdownOutput text={text} />)).toContain(words);
});

it("D03 says nothing twice", () => {
  for (const text of ["https://shop.example/a", "[shop.example](https://www.shop.example/a)"]) {
    expect(renderToStaticMarkup(<MarkdownOutput text={text} />)).not.toContain("(shop.example)");
  }
});

it("D04 names a host in look-alike letters by its spelling, with a note", () => {
  const markup = renderToStaticMarkup(<MarkdownOutput text="[apple](https://аpple.com/)" />);
  expect(markup).toContain("(xn--pple-43d.com)");
  expect(markup).toContain("Unusual letters");
});
