// @ts-check
import { existsSync } from "node:fs";
import process from "node:process";
import { runNext } from "./run-next.mjs";

if (!existsSync(".next/BUILD_ID")) {
  console.error("There is no build yet. Run: npm run build");
  process.exit(1);
}
await runNext("start");
