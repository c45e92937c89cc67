import { beforeEach } from "vitest";
import { seededRandom } from "./seeded-random";

/** Another one for each file and run, so that chance is tried; `TEST_SEED` repeats a run that failed. */
const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 32));
let random = seededRandom(seed);
let isUsed = false;

Math.random = () => {
  isUsed = true;
  return random();
};

beforeEach(({ onTestFailed }) => {
  random = seededRandom(seed);
  isUsed = false;
  onTestFailed(({ task }) => {
    if (isUsed)
      process.stderr.write(`TEST_SEED=${String(seed)} repeats the chance in “${task.name}”\n`);
  });
});
