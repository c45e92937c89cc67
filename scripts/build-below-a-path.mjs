// @ts-check
// Builds the product for a base path in a folder of its own, from a copy of its sources, as `.next` is the build for none.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { BELOW_A_PATH } from "./below-a-path.mjs";
import { readIgnoreFile } from "./image/ignore-file.mjs";
import { sealedSettings } from "./sealed-settings.mjs";

const { folder, basePath } = BELOW_A_PATH;
// What an image is built of is enough.
const isIgnored = readIgnoreFile(readFileSync(".dockerignore", "utf8"));
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(".")) {
  // The packages are those of the folder above, which has the list of them.
  if (isIgnored(name) || name === "package-lock.json") continue;
  rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(name, join(folder, name), { recursive: true, filter: (path) => !isIgnored(path) });
}
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const { status } = spawnSync(process.execPath, [next, "build"], {
  cwd: folder,
  stdio: "inherit",
  env: {
    ...process.env,
    ...sealedSettings(),
    NEXT_TELEMETRY_DISABLED: "1",
    PUBLIC_BASE_URL: `https://localhost${basePath}`,
  },
});
process.exitCode = status ?? 1;
