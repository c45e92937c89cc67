// @ts-check
import { runNext } from "./run-next.mjs";

await runNext("dev");
