// @ts-check
// Carries out the Dockerfile where there is no container engine: step by step, in empty folders, with the system of this
// machine in place of the base image; then runs what came out as its user on a read-only root, and tries it.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { carryOut } from "./image/carry-out.mjs";
import { parseDockerfile } from "./image/dockerfile.mjs";
import { readIgnoreFile } from "./image/ignore-file.mjs";
import { filesWith, treeProblems } from "./image/inspect.mjs";
import { prove } from "./image/prove.mjs";
import { firstInTree, whyNoTree } from "./image/tree.mjs";
import { tryRefusals, tryServer } from "./image/try-image.mjs";
import { trackedFiles } from "./tracked-files.mjs";

/** Lies in every file of the context that holds a secret, or is there by chance. */
const CANARY = "canary-of-the-image-3f61c0a97be2";
const PLANTED = [
  ...[".env", ".env.local", ".env.production", "app/.env.local", "server/tls.key", "lib/a.pem"],
  ...["data/sightglass.db", ".next/canary.txt", "test-results/canary.txt", ".git/canary"],
];

/** @param {string} folder */
function makeContext(folder) {
  for (const file of trackedFiles()) cpSync(file, join(folder, file));
  for (const file of PLANTED) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `BROWSER_USE_API_KEY=${CANARY}\n`);
  }
}

/**
 * @param {string} folder
 * @param {import("node:child_process").ChildProcess[]} children
 */
async function main(folder, children) {
  const context = join(folder, "context");
  makeContext(context);
  const stages = parseDockerfile(readFileSync("Dockerfile", "utf8"));
  const isIgnored = readIgnoreFile(readFileSync(".dockerignore", "utf8"));
  console.log(
    `This machine, with Node ${process.version}, stands in for ${stages[0]?.image ?? ""}.`,
  );
  const image = await carryOut(stages, { context, isIgnored, folder, say: console.log });

  const found = stages.flatMap(({ name }) => filesWith(join(folder, name), CANARY));
  prove(found.length === 0, "no stage holds a secret of the folder it was built in", found.join());
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const problems = treeProblems(image.tree, packages);
  const few = problems.slice(0, 20).join("\n");
  prove(problems.length === 0, "the image has no tool of development, and root owns it", few);
  await tryRefusals(image);
  await tryServer(image, children);
}

const why = whyNoTree();
if (why !== null) {
  console.error(`The image cannot be proved on this machine: ${why}.`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "image-"));
/** @type {import("node:child_process").ChildProcess[]} */
const children = [];
try {
  await main(folder, children);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  for (const child of children) {
    const first = firstInTree(child);
    if (first !== null) process.kill(first, "SIGKILL");
    child.kill("SIGKILL");
  }
  rmSync(folder, { recursive: true, force: true });
}
