import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ACCESS_MATRIX, type AccessClass } from "./access-matrix";

/** Files by which Next answers an address: pages, handlers, and what it makes of metadata and images. */
const ANSWERING =
  /(?:^|\/)(?:(?:page|route|default|robots|sitemap|manifest|icon|apple-icon|favicon|opengraph-image|twitter-image)\d*\.\w+)$/;

const APP = new URL("../app/", import.meta.url);
const files = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => ANSWERING.test(file))
  .concat(readdirSync(new URL("../public/", import.meta.url)).map((name) => `public/${name}`))
  .sort();
const sourceOf = (file: string) => readFileSync(new URL(file, APP), "utf8");

const METHOD = /export const (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g;
/** The wrapper around each exported method of a handler, with all that is handed to it. */
function handlersIn(source: string): { method: string; call: string }[] {
  const starts = [...source.matchAll(METHOD)];
  return starts.map((match, at) => ({
    method: match[1] ?? "",
    call: source.slice(match.index, starts[at + 1]?.index ?? source.length),
  }));
}

describe("A15 the access matrix", () => {
  it("has a row for every file that answers an address, and none for another", () => {
    expect(files.length).toBeGreaterThan(15);
    expect(ACCESS_MATRIX.map(({ file }) => file).sort()).toEqual(files);
  });

  it("says why an address is open to anyone", () => {
    for (const { file, access, because } of ACCESS_MATRIX) {
      expect(because !== undefined, file).toBe(access === "anyone");
    }
  });

  const rows = (access: AccessClass, name: RegExp) =>
    ACCESS_MATRIX.filter((row) => row.access === access && name.test(row.file)).map(
      ({ file }) => file,
    );

  it.each(rows("operator", /route\.ts$/))("finds the guard around every method of %s", (file) => {
    const source = sourceOf(file);
    expect(source).not.toMatch(
      /export (?:async )?function (?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)/,
    );
    const handlers = handlersIn(source);
    expect(handlers.length).toBeGreaterThan(0);
    for (const { method, call } of handlers) {
      expect(call, method).toMatch(/^export const [A-Z]+ = with(?:Task|Request)\b/);
      expect(call, method).not.toContain('"anyone"');
    }
  });

  it.each(rows("share", /route\.ts$/))(
    "finds the link's guard around every method of %s",
    (file) => {
      const handlers = handlersIn(sourceOf(file));
      expect(handlers.length).toBeGreaterThan(0);
      for (const { method, call } of handlers) {
        expect(method).toBe("GET");
        expect(call).toMatch(/^export const GET = withShare\b/);
      }
    },
  );

  it.each(rows("share", /page\.tsx$/))("finds the link's guard before anything in %s", (file) => {
    const source = sourceOf(file);
    const body = source.slice(source.indexOf("export default async function"));
    const guard = body.indexOf("await app.openShare.byCookie(");
    expect(guard).toBeGreaterThan(0);
    const reading = body.search(/\bread[A-Z]|<[A-Z]/);
    expect(reading > guard, "nothing is read before the guard").toBe(true);
    expect(source).not.toContain("generateMetadata");
  });

  it.each(rows("operator", /page\.tsx$/))(
    "finds the guard before anything is read in %s",
    (file) => {
      const source = sourceOf(file);
      const body = source.slice(source.indexOf("export default async function"));
      expect(body).toMatch(/^export default async function/);
      const guard = body.indexOf("await requireOperator(");
      expect(guard).toBeGreaterThan(0);
      const reading = body.search(
        /\bawait (?!requireOperator|params|searchParams|\(await|\()|\bread[A-Z]|<[A-Z]/,
      );
      expect(reading === -1 || reading > guard, "nothing is read before the guard").toBe(true);
      const metadata = source.indexOf("export async function generateMetadata");
      if (metadata === -1) return;
      const first = source.slice(metadata).split("\n")[1] ?? "";
      expect(first).toContain("if (!(await isOperator())) return {};");
    },
  );
});
