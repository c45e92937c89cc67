import { act, type TaskScript } from "../script";
import { OUTPUT, RUNNING, SUCCESS } from "./shop";
import { BROWSING, BUYING, SHOP } from "./shop-steps";
import { step } from "./step";

/** Paused by a person in the middle; only the documented contract has the word. */
export const PAUSED: TaskScript = {
  ...RUNNING,
  scenario: "paused",
  title: "Paused: waits for a person at the checkout",
  steps: RUNNING.steps.slice(0, 12),
  ending: null,
  begins: { endedSecondsAgo: 300 },
  fixedStatus: "paused",
  files: [],
  contracts: ["documented"],
};

/** Ended by hand after seven steps, so there is no output. */
export const STOPPED: TaskScript = {
  ...RUNNING,
  scenario: "stopped",
  title: "Stopped: by hand, without an output",
  steps: RUNNING.steps.slice(0, 7),
  ending: { status: "stopped", output: null, isSuccess: null },
  begins: { endedSecondsAgo: 5400 },
  files: [],
};

/** Accepted, and never started. */
export const CREATED: TaskScript = {
  ...RUNNING,
  scenario: "created",
  title: "Created: waits for its turn",
  steps: [],
  ending: null,
  queueSeconds: null,
  files: [],
  contracts: ["current"],
};

/** A status word from the future. */
export const UNKNOWN_STATUS: TaskScript = {
  ...RUNNING,
  scenario: "unknown-status",
  title: "Unknown: a status word nobody knows",
  steps: RUNNING.steps.slice(0, 4),
  ending: null,
  begins: { endedSecondsAgo: 600 },
  fixedStatus: "hibernating",
  files: [],
};

/** The agent is pleased with itself, the judge is not. */
export const JUDGE_DISAGREES: TaskScript = {
  ...RUNNING,
  scenario: "judge-disagrees",
  title: "Finished: the judge disagrees with the agent",
  ending: {
    status: "finished",
    output: OUTPUT,
    isSuccess: true,
    judge: {
      verdict: false,
      reasoning:
        "The order comes to 157.00 euros, and the task allows 150. The agent counted the limit for the boots alone; the text does not say so, and it should have asked before it paid in steps 13 to 15.",
    },
  },
  begins: { endedSecondsAgo: 2400 },
  files: [],
};

/** The task is over, its browser is still up. */
export const KEEP_ALIVE: TaskScript = {
  ...SUCCESS,
  scenario: "keep-alive",
  title: "Finished: its browser is still up",
  begins: { endedSecondsAgo: 90 },
  keepAlive: true,
};

/** The task of the running one on another day: it falls for the wrong boot and comes back, and so takes longer. */
export const DETOUR: TaskScript = {
  ...RUNNING,
  scenario: "detour",
  title: "Finished: the same order with a detour",
  steps: [
    ...BROWSING.slice(0, 5),
    step({
      memory: "Step 6. The Fell Runner GT at 119.00 is the best seller of the list.",
      evaluation: "Success - The boots in the wanted range are visible.",
      goal: "Open the Fell Runner GT, the best seller.",
      url: `${SHOP}/search?q=walking+boots&sort=sold`,
      actions: [act("click_element_by_index", { index: 27 })],
      shot: "shop-list",
      duration: 10.4,
    }),
    step({
      memory: "Step 7. The Fell Runner GT is not waterproof: one condition fails.",
      evaluation: "Failed - The page says nothing of a membrane; the boot is not waterproof.",
      goal: "Go back to the list.",
      url: `${SHOP}/boots/trail/fell-runner-gt`,
      actions: [act("go_back")],
      shot: "shop-product",
      duration: 12.8,
    }),
    ...BROWSING.slice(5),
    // The page of the boot was read in passing this time.
    ...BUYING.slice(1),
  ],
  ending: {
    status: "finished",
    output: OUTPUT,
    isSuccess: true,
    judge: {
      verdict: true,
      reasoning: "Boots and socks were ordered to the address that was given.",
    },
  },
  begins: { endedSecondsAgo: 7200 },
  files: [],
};
