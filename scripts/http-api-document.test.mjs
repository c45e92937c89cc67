// @ts-check
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ACCESS_MATRIX } from "../e2e/access-matrix";
import { addressProblems, answeredAddresses, documentedAddresses } from "./http-api-document.mjs";
import { trackedFiles } from "./tracked-files.mjs";

const read = (/** @type {string} */ file) => ({ file, text: readFileSync(file, "utf8") });

describe("docs/http-api.md", () => {
  const files = trackedFiles();
  // The matrix has a row for every address, and asks each without a session: that is no test of what it answers.
  const tests = files.filter(
    (file) =>
      /\.(?:test|spec)\.tsx?$/.test(file) ||
      (/^(?:e2e|test)\/.*\.ts$/.test(file) && !/^e2e\/(?:emulator\/|access-matrix)/.test(file)),
  );
  const handlers = ACCESS_MATRIX.filter(({ file }) => file.endsWith("/route.ts")).map(
    ({ file }) => ({ file, text: read(`app/${file}`).text }),
  );

  it.skipIf(files.length === 0)("names every address that is answered, and each has a test", () => {
    const document = read("docs/http-api.md").text;
    expect(handlers.length).toBeGreaterThan(15);
    expect(documentedAddresses(document).length).toBeGreaterThan(20);
    expect(addressProblems({ document, handlers, tests: tests.map(read) })).toEqual([]);
  });
});

describe("an HTTP API and its document", () => {
  const document = [
    "| `GET /api/runs/{id}?since={revision}` | A run |",
    "| `POST /api/door` with `{ key }` | Opens it. `DELETE` shuts it |",
    "`DELETE` alone is no address, and `GET /probe` is one.",
  ].join("\n");
  const run = { file: "api/runs/[runId]/route.ts", text: "export const GET = withTask(() => 1);" };
  const door = {
    file: "api/door/route.ts",
    text: "export const POST = withRequest(a);\nexport const DELETE = withRequest(b);",
  };
  const probe = { file: "probe/route.ts", text: "export function GET() {}" };
  const handlers = [run, door, probe];
  const importing = [
    'import { GET } from "@/app/api/runs/[runId]/route";',
    'import {\n  DELETE as shut,\n  POST,\n} from "@/app/api/door/route";',
    'import { GET as getProbe } from "@/app/probe/route";',
  ].join("\n");
  const asking = [
    "await fetch(`${base}/api/runs/${run.id}?since=${revision}`);",
    'await request.post("/api/door");',
    'await fetch("/api/door", { method: "DELETE" });',
    "await page.goto(`${base}/probe`);",
  ].join("\n");
  const withTests = (/** @type {string} */ text) => ({
    document,
    handlers,
    tests: [{ file: "x.test.ts", text }],
  });

  it("are read alike", () => {
    const addresses = [
      { method: "GET", path: "/api/runs/{}" },
      { method: "POST", path: "/api/door" },
      { method: "DELETE", path: "/api/door" },
      { method: "GET", path: "/probe" },
    ];
    expect(documentedAddresses(document)).toEqual(addresses);
    expect(handlers.flatMap(answeredAddresses)).toEqual(addresses);
  });

  it.each([
    ["import each handler", importing],
    ["ask each address", asking],
  ])("agree where tests %s", (_, text) => {
    expect(addressProblems(withTests(text))).toEqual([]);
  });

  it("do not, where an address has no handler", () => {
    expect(addressProblems({ ...withTests(importing), handlers: [run, door] })).toEqual([
      "GET /probe is documented, and no handler answers it",
    ]);
  });

  it("do not, where a handler or one of its methods is in no document", () => {
    const shorter = document.replace("`DELETE` shuts it", "").replace("`GET /probe`", "nothing");
    expect(addressProblems({ ...withTests(importing), document: shorter })).toEqual([
      "DELETE /api/door is answered, and the document does not name it",
      "GET /probe is answered, and the document does not name it",
    ]);
  });

  it.each([
    ["nobody imports a method", importing.replace("DELETE as shut,", ""), "DELETE /api/door"],
    ["another handler is imported", importing.replace("/probe/", "/probes/"), "GET /probe"],
    ["an address below is asked", asking.replace("/probe`", "/probe/deep`"), "GET /probe"],
    ["an address above is asked", asking.replace("/${run.id}", ""), "GET /api/runs/{}"],
    ["another method is asked", asking.replace(".post(", ".get("), "POST /api/door"],
  ])("do not, where %s", (_, text, name) => {
    expect(addressProblems(withTests(text))).toEqual([
      `${name} is answered, and no test imports its handler or asks it`,
    ]);
  });
});
