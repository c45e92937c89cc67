// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { anchorsOf, drawnPaths } from "./document-parts.mjs";
import { documentProblems } from "./documents.mjs";
import { trackedFiles } from "./tracked-files.mjs";

const read = (/** @type {string} */ file) => readFileSync(file, "utf8");

describe("the documents of this repository", () => {
  const files = trackedFiles();
  const stages = [...read("scripts/test.mjs").matchAll(/^\s*(?:\{ )?name: "([\w-]+)"/gm)];
  const repository = {
    files,
    scripts: Object.keys(JSON.parse(read("package.json")).scripts),
    stages: stages.map(([, name = ""]) => name),
    generated: ["bench/results.json"],
    textOf: read,
  };

  it.skipIf(files.length === 0)("name nothing that is not there", () => {
    const documents = files.filter((file) => file.endsWith(".md"));
    expect(documents.length).toBeGreaterThan(5);
    expect(repository.stages).toContain("unit");
    const problems = documents.flatMap((file) => documentProblems(file, read(file), repository));
    expect(problems).toEqual([]);
  });

  it("draw every room of the house", () => {
    const drawn = drawnPaths(read("CONTRIBUTING.md"));
    const houses = [
      "lib/",
      "lib/domain/",
      "lib/client/",
      "lib/server/",
      "components/",
      "deploy/",
      "test/",
    ];
    const rooms = houses.flatMap((house) =>
      readdirSync(house, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${house}${name}/`),
    );
    expect(rooms.length).toBeGreaterThan(40);
    expect(rooms.filter((room) => !drawn.includes(room))).toEqual([]);
  });
});

describe("a document", () => {
  const guide = "# A guide\n\n## How to add …\n\n## `Tests` and more\n\n## Tests\n\n## Tests\n";
  const repository = {
    files: [
      "README.md",
      "docs/guide.md",
      "lib/domain/task/task.ts",
      "lib/domain/task/task.test.ts",
      "lib/server/upstream/x-schema.ts",
      "app/api/tasks/[taskId]/route.ts",
      "server/main.mjs",
    ],
    scripts: ["bench", "measure:page", "test"],
    stages: ["lint", "unit"],
    generated: ["bench/results.json"],
    textOf: () => guide,
  };
  /** @param {string} text */
  const problems = (text, document = "README.md") => documentProblems(document, text, repository);

  it.each([
    "`lib/domain/task/task.ts`, `lib/domain`, `lib/domain/` and `@/lib/domain/task/task.ts`",
    "`task.ts`, `main.mjs` and `guide.md`",
    "`lib/domain/task/task.ts:12`, `docs/guide.md#tests`",
    "`lib/**/*-schema.ts`, `lib/*/task`, `lib/domain/{task,text}/task.ts`, `*.test.ts`",
    "`{name}-schema.ts`, `lib/server/…/x-schema.ts`, `app/api/tasks/[taskId]/route.ts`",
    "`bench/results.json` comes with a run",
    "`/api/tasks/{id}`, `text/html`, `JSON.parse`, `library/x.ts`, `.env.local`, `Next.js`",
    "a path in plain words, lib/nowhere.ts, is not looked at",
    "`npm run bench -- --quick`, `npm run measure:page`, `npm test -- --only lint,unit`, `npm ci`",
    "`npx vitest run lib/domain`, `npx vitest run -t F11`, `npx playwright test task --headed`",
    "[a](docs/guide.md), [b](docs/guide.md#how-to-add-), [c](#tests-1), [d](https://x.example/y)",
    "`[a](nowhere.md)` in code",
    "```\nnpm run bench && node server/main.mjs\n```",
    "```\nlib/        thinks\n  domain/   is pure\n    task/   a task\n  server/   keeps\nREADME.md   says\n```",
  ])("is right: %s", (text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ["`lib/domain/tasks/task.ts`", "names lib/domain/tasks/task.ts"],
    ["`lib/domain/tas`", "names lib/domain/tas,"],
    ["`lib/domain/task/task.ts/`", "names lib/domain/task/task.ts/"],
    ["`@/lib/nowhere`", "names lib/nowhere"],
    ["`lib/*/nowhere/*.ts`", "names lib/*/nowhere/*.ts"],
    ["`lib/{client,contract}/task`", "names lib/{client,contract}/task"],
    ["`app/api/tasks/t/route.ts`", "names app/api/tasks/t/route.ts"],
    ["`ask.ts`", "names ask.ts, and no file has that name"],
    ["``x `lib/nowhere.ts` ``", "names lib/nowhere.ts"],
    ["`node scripts/stop.mjs`", "names scripts/stop.mjs"],
    ["`npm run nothing`", "runs npm run nothing"],
    ["`npm start`", "runs npm start"],
    ["`npm test -- --only lint,e2e`", "runs the stage e2e"],
    ["`npx vitest run nowhere`", "runs the tests in nowhere"],
    ["`npx vitest run lib/nowhere`", "names lib/nowhere"],
    ["`npx playwright test e2e/specs/x.spec.ts`", "names e2e/specs/x.spec.ts"],
    ["```sh\nnpm run nothing\n```", "runs npm run nothing"],
    [
      "```\nlib/        thinks\n  domain/   is pure\n    tax/    no room\n```",
      "draws lib/domain/tax/",
    ],
    ["[a](guide.md)", "links to guide.md"],
    ["[a](../README.md)", "links to ../README.md"],
    ["![a](docs/x.png)", "links to docs/x.png"],
    ["[a](docs/guide.md#nothing)", "docs/guide.md has no such heading"],
    ["[a](#nothing)", "README.md has no such heading"],
    ["[a]: docs/nowhere.md", "links to docs/nowhere.md"],
  ])("is not: %s", (text, words) => {
    const [first = "", ...more] = problems(`A line.\n\n${text}`);
    expect(first).toMatch(/^README\.md:\d+ /);
    expect(first).toContain(words);
    expect(more).toEqual([]);
  });

  it("links from where it lies, and says on which line it is wrong", () => {
    expect(problems("[a](../README.md) [b](guide.md)", "docs/guide.md")).toEqual([]);
    expect(problems("a\n`lib/x`\n\n[c](../x.md)", "docs/guide.md")).toEqual([
      "docs/guide.md:2 names lib/x, and there is no such file or folder",
      "docs/guide.md:4 links to ../x.md, and there is no such file or folder",
    ]);
  });

  it("has the anchors that GitHub makes of its headings", () => {
    const anchors = ["a-guide", "how-to-add-", "tests-and-more", "tests", "tests-1"];
    expect(anchorsOf(guide)).toEqual(anchors);
    expect(anchorsOf("```\n# not a heading\n```")).toEqual([]);
  });
});
