// @ts-check
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { trackedFiles } from "../tracked-files.mjs";
import { parseDockerfile } from "./dockerfile.mjs";
import { readIgnoreFile } from "./ignore-file.mjs";

const read = (/** @type {string} */ file) => readFileSync(file, "utf8");

describe("a Dockerfile", () => {
  it("is read as stages with steps, its comments and broken lines undone", () => {
    const text =
      "ARG IMAGE=node:1\n# A word.\nFROM ${IMAGE} AS build\nARG A=\nRUN a && \\\n  b\n\nFROM x\nUSER 5:6\n";
    expect(parseDockerfile(text)).toEqual([
      {
        name: "build",
        image: "node:1",
        steps: [
          { does: "arg", values: { A: "" } },
          { does: "run", command: "a && b" },
        ],
      },
      { name: "1", image: "x", steps: [{ does: "user", uid: 5, gid: 6 }] },
    ]);
  });

  it.each([
    "ADD https://x.example/y /y",
    "RUN --mount=type=secret,id=a cat a",
    'RUN ["a"]',
    "COPY --chown=1:1 a b",
    "COPY * ./",
    'ENV A="b c"',
    "USER node",
    "CMD node a",
    "ARG KEY",
    "ONBUILD RUN a",
  ])("is refused where nobody here can carry it out: %s", (line) => {
    expect(() => parseDockerfile(`FROM x\n${line}\n`)).toThrow(line);
  });
});

describe("what a .dockerignore keeps out", () => {
  const isIgnored = readIgnoreFile(
    "# All but:\n*\n!app\n!a.json\n!b/c.mjs\n\n**/.env*\n**/*.key\n",
  );

  it.each(["x", "x/y", "b/d.mjs", ".env", "app/.env", "app/x/.env.local", "app/tls.key"])(
    "includes %s",
    (path) => {
      expect(isIgnored(path)).toBe(true);
    },
  );

  it.each(["app", "app/x/y.ts", "a.json", "b/c.mjs"])("does not include %s", (path) => {
    expect(isIgnored(path)).toBe(false);
  });
});

describe("the image of this repository", () => {
  const stages = parseDockerfile(read("Dockerfile"));
  const isIgnored = readIgnoreFile(read(".dockerignore"));
  const files = trackedFiles().filter((file) => !isIgnored(file));
  const [last] = stages.slice(-1);
  const copied = (last?.steps ?? []).flatMap((step) =>
    step.does === "copy" && step.from === null ? step.sources : [],
  );
  const shipped = files.filter((file) =>
    copied.some((path) => file === path || file.startsWith(`${path}/`)),
  );

  it("stands on the version of Node that everything is tested with", () => {
    const version = read(".node-version").trim();
    const base = `node:${version}-bookworm-slim`;
    for (const { image } of stages) expect(image).toBe(base);
    expect(read("docs/deploy.md")).toContain(`docker pull ${base}\n`);
  });

  it.skipIf(files.length === 0)("copies nothing that is not there", () => {
    for (const path of copied) {
      const isThere = files.some((file) => file === path || file.startsWith(`${path}/`));
      expect(isThere, path).toBe(true);
    }
  });

  it.skipIf(files.length === 0)("has what its own modules import", () => {
    const { dependencies } = JSON.parse(read("package.json"));
    const modules = shipped.filter((file) => file.endsWith(".mjs"));
    expect(modules).toContain("server/main.mjs");
    const missing = modules.flatMap((file) =>
      importsOf(read(file)).filter((name) => {
        if (name.startsWith("node:")) return false;
        if (!name.startsWith(".")) return dependencies[packageOf(name)] === undefined;
        return !shipped.includes(posix.join(posix.dirname(file), name));
      }),
    );
    expect(missing).toEqual([]);
  });

  it("is not root, and listens for others, which needs a sign-in", () => {
    expect(last?.steps).toContainEqual({ does: "user", uid: 1000, gid: 1000 });
    const given = last?.steps.flatMap((step) => (step.does === "env" ? [step.values] : []));
    expect(Object.assign({}, ...(given ?? []))).toMatchObject({ HOST: "0.0.0.0", PORT: "3000" });
  });

  it("is told no secret while it is made", () => {
    const names = stages.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.does === "env" ? Object.keys(step.values) : [])),
    );
    expect(names.filter((name) => /KEY|SECRET|PASSWORD|TOKEN|REDIS/.test(name))).toEqual([]);
  });
});

/** @param {string} text */
function importsOf(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
  const found = code.matchAll(/^(?:import|export) .*?from "([^"]+)"|\bimport\("([^"]+)"\)/gm);
  return [...found].map(([, fixed, late]) => fixed ?? late ?? "");
}

/** @param {string} name */
function packageOf(name) {
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}
