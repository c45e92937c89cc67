import type { TaskScript } from "../script";
import { LIBRARIES } from "./libraries";
import { BUSY_RUN } from "./long-run";
import { JSON_OUTPUT } from "./oddities";
import { RUNNING, SUCCESS } from "./shop";
import { KEEP_ALIVE, STOPPED } from "./shop-variants";
import { FAILED } from "./trouble";

/** The samples of v4: one of each kind that a viewer must be able to show. */
const contracts = ["v4"] as const;

const LIVE: TaskScript = {
  ...RUNNING,
  scenario: "run-live",
  title: "Run, running: orders walking boots, step by step",
  contracts,
};

const WITH_PICTURES: TaskScript = {
  ...SUCCESS,
  scenario: "run-pictures",
  title: "Run, completed: with pictures, files and a recording",
  contracts,
  isRecorded: true,
};

const WITHOUT_PICTURES: TaskScript = {
  ...JSON_OUTPUT,
  scenario: "run-no-pictures",
  title: "Run, completed: its events carry no pictures",
  contracts,
  run: { hasNoPictures: true },
};

const FAILED_RUN: TaskScript = {
  ...FAILED,
  scenario: "run-failed",
  title: "Run, failed: locked out of a mailbox",
  contracts,
};

const CANCELLED: TaskScript = {
  ...STOPPED,
  scenario: "run-cancelled",
  title: "Run, cancelled: by hand, without a result",
  contracts,
};

const FOLLOW_UP: TaskScript = {
  ...RUNNING,
  scenario: "run-follow-up",
  title: "Run, completed: the second of the session of run-no-pictures",
  prompt: "Now order the boots as well.",
  begins: { endedSecondsAgo: 1800 },
  contracts,
  run: { follows: "run-no-pictures", hasNoPictures: true },
};

const BROWSER_UP: TaskScript = {
  ...KEEP_ALIVE,
  scenario: "run-browser-up",
  title: "Run, completed: its browser is still up",
  contracts,
  isRecorded: true,
};

export const RUNS: readonly TaskScript[] = [
  LIVE,
  WITH_PICTURES,
  WITHOUT_PICTURES,
  FOLLOW_UP,
  FAILED_RUN,
  CANCELLED,
  BUSY_RUN,
  BROWSER_UP,
  LIBRARIES,
];
