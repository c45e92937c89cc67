import { parseAction } from "@/lib/domain/task/action";
import { outcomeOf } from "@/lib/domain/task/outcome";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { testContent } from "./content";
import { NOW } from "./run";

const SHOP = "https://www.fernweg.example";

type StoryStep = {
  goal: string;
  does: Readonly<Record<string, object>>;
  /** What the step after this one says about it. */
  went: string;
  memory: string;
  path: string;
  seconds: number;
};

const TOLD: readonly StoryStep[] = [
  {
    goal: "Open the shop and look for walking boots.",
    does: { go_to_url: { url: `${SHOP}/search?q=walking+boots` } },
    went: "Success - the list of walking boots is shown.",
    memory: "Nothing done yet. The task names a size and a limit of 150 euros.",
    path: "/",
    seconds: 4.2,
  },
  {
    goal: "Sort the list by price.",
    does: { select_dropdown_option: { index: 17, text: "Price: low to high" } },
    went: "Success - the list begins with the cheapest boot.",
    memory: "82 results, best match first. Prices from 54 to 189 euros.",
    path: "/search?q=walking+boots",
    seconds: 9.4,
  },
  {
    goal: "Put the boots of size 42 into the cart.",
    does: { click_element_by_index: { index: 31 } },
    went: "Failed - size 42 is sold out, and the button does nothing.",
    memory: "The Tarn Mid costs 129 euros and is waterproof.",
    path: "/boots/walking/tarn-mid",
    seconds: 12.8,
  },
  {
    goal: "Go back to the list and open the next boots.",
    does: { go_back: {}, click_element_by_index: { index: 44 } },
    went: "Success - the page of the Fell Low is open.",
    memory: "Tarn Mid is sold out in 42. One other pair is below 150 euros.",
    path: "/search?q=walking+boots&sort=price",
    seconds: 61.5,
  },
  {
    goal: "Put the Fell Low of size 42 into the cart.",
    does: { click_element_by_index: { index: 29 } },
    went: "Success - the cart holds one pair.",
    memory: "The Fell Low costs 118 euros, is waterproof and there in 42.",
    path: "/boots/walking/fell-low",
    seconds: 7.1,
  },
  {
    goal: "Tell which boots are in the cart.",
    does: { done: { text: "Fell Low, size 42, 118.00 euros", success: true } },
    went: "",
    memory: "The cart holds one pair for 118 euros.",
    path: "/cart",
    seconds: 3.3,
  },
];

/** When a run that shops was started, ISO 8601: two minutes before it is looked at. */
export const SHOP_STARTED_AT = new Date(NOW - 120_000).toISOString();

/** One step of a run that shops, with what is given in place of what is told. */
export function shopStep(number: number, fields: Partial<Step> = {}): Partial<Step> {
  const told = toldAt(number);
  return {
    number,
    memory: told.memory,
    evaluation: number === 1 ? "" : toldAt(number - 1).went,
    outcome: outcomeOf(told.went),
    nextGoal: told.goal,
    url: `${SHOP}${told.path}`,
    hasScreenshot: true,
    screenshotKey: "a",
    actions: Object.entries(told.does).map(([name, params]) =>
      parseAction(JSON.stringify({ [name]: params })),
    ),
    durationSeconds: told.seconds,
    ...fields,
  };
}

/** A run that looks for boots, as far as its step `count`: what has to look like a run of somebody. */
export function shopRun(task: Partial<Task> = {}, count = TOLD.length): TaskContent {
  const steps = Array.from({ length: count }, (_, index) => shopStep(index + 1));
  return testContent({
    task: {
      prompt: "Put waterproof walking boots of size 42 for at most 150 euros into the cart.",
      model: "bu-2.0",
      createdAt: SHOP_STARTED_AT,
      startedAt: SHOP_STARTED_AT,
      cost: "0.0412",
      ...task,
    },
    steps: steps.map((step, index) =>
      index === count - 1 ? { ...step, outcome: "unknown" } : step,
    ),
  });
}

/** What step `number` of the story is; steps past the last begin anew. */
function toldAt(number: number): StoryStep {
  const told = TOLD[(number - 1) % TOLD.length];
  if (told === undefined) throw new Error(`There is no step ${String(number)}`);
  return told;
}
