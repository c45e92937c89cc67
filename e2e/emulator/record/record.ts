import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { CHROMIUM_FLAGS } from "../../chromium-flags";
import { Camera } from "./camera";
import { journeys } from "./journeys";
import { serveSites } from "./site-server";

/* Records the emulator's screenshots: npx tsx e2e/emulator/record/record.ts */

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = join(here, "..", "recordings");

await mkdir(folder, { recursive: true });
const sites = await serveSites(join(here, "sites"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: CHROMIUM_FLAGS,
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => {
    console.error(page.url(), error.message);
  });
  const camera = new Camera(page, sites.origin, folder);
  for (const journey of journeys) await journey(camera);
  await writeFile(join(folder, "index.json"), `${JSON.stringify(camera.recordings, null, 2)}\n`);
  const count = Object.keys(camera.recordings).length;
  console.log(`${String(count)} recordings, ${(camera.bytes / 1024).toFixed(0)} KB`);
} finally {
  await browser.close();
  sites.close();
}
