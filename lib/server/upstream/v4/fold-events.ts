import "server-only";
import { addDecimals } from "@/lib/domain/text/decimal";
import type { Step } from "@/lib/domain/task/step";
import type { Usage } from "@/lib/domain/task/usage";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import {
  addPart,
  MOST_ACTIONS,
  openStep,
  toStep,
  type FoldedStep,
  type OpenStep,
} from "./open-step";
import { isEnd, type LifeWord, type RunEvent } from "./run-event";

/** What the events say of the run itself. Times are epoch milliseconds. */
export type FoldedFacts = {
  /** Where it stands; `null` before anything was said. */
  life: LifeWord | null;
  error: string | null;
  startedAt: number | null;
  endedAt: number | null;
  /** By the calls of the model, and by the ends of steps; both tell of the same. */
  callUsage: Usage | null;
  stepUsage: Usage | null;
  searchCost: string | null;
  /** The address of its browser, a credential; `null` when there is none now. */
  liveUrl: string | null;
  /** How often files were made known. */
  filesChanged: number;
};

/** What the log of a run comes to, up to some event. */
export type RunFold = { steps: readonly FoldedStep[]; facts: FoldedFacts };

/** Before the first event. */
export const NOTHING_FOLDED: RunFold = {
  steps: [],
  facts: {
    life: null,
    error: null,
    startedAt: null,
    endedAt: null,
    callUsage: null,
    stepUsage: null,
    searchCost: null,
    liveUrl: null,
    filesChanged: 0,
  },
};

/**
 * Folds events, in the order of their ids, onto what those before them came to. A step goes from its start to its
 * finish; what stands outside of any is a step as well. One that is open at the end stands last, as far as it is known.
 * `trim` cuts a step.
 */
export function foldEvents(
  before: RunFold,
  events: readonly RunEvent[],
  trim: (step: Step) => Step,
): RunFold {
  const steps = [...before.steps];
  let { facts } = before;
  let open: OpenStep | null = null;
  const close = (finish: { at: number | null; usage: Usage | null } | null, isOver = true) => {
    if (open === null) return;
    const { step: whole, picture } = toStep(open, steps.length + 1, isOver, finish);
    const step = trim(whole);
    steps.push({ step, picture, bytes: jsonSize(step) + jsonSize(picture) });
    open = null;
  };
  for (const event of events) {
    facts = afterEvent(facts, event);
    switch (event.kind) {
      case "step-start":
        close(null);
        open = openStep(event.at);
        break;
      case "step-finish":
        open ??= openStep(event.at);
        close(event);
        break;
      case "reasoning":
      case "text":
      case "error":
      case "tool":
        // One step has no end of actions: what goes on is told as the next.
        if ((open?.actions.length ?? 0) >= MOST_ACTIONS) close(null);
        open = addPart(open ?? openStep(event.at), event);
        break;
      case "life":
        if (isEnd(event.word)) close(null);
        break;
      default:
    }
  }
  close(null, facts.life !== null && isEnd(facts.life));
  return { steps, facts };
}

/** Of each event whether a step is open after it. */
export function opensAfter(events: readonly RunEvent[]): boolean[] {
  let isOpen = false;
  return events.map((event) => {
    if (event.kind === "step-finish" || (event.kind === "life" && isEnd(event.word)))
      isOpen = false;
    else if (["step-start", "reasoning", "text", "error", "tool"].includes(event.kind))
      isOpen = true;
    return isOpen;
  });
}

function afterEvent(facts: FoldedFacts, event: RunEvent): FoldedFacts {
  switch (event.kind) {
    case "life": {
      const { word, error, at } = event;
      // What is told late of an earlier time takes back no end.
      if (facts.life !== null && isEnd(facts.life)) return facts;
      const startedAt = word === "dispatched" ? at : facts.startedAt;
      return {
        ...facts,
        life: word,
        error: error ?? facts.error,
        startedAt,
        endedAt: isEnd(word) ? at : null,
      };
    }
    case "browser":
      return {
        ...facts,
        startedAt: facts.startedAt ?? event.at,
        liveUrl: event.isReleased ? null : (event.liveUrl ?? facts.liveUrl),
      };
    case "model-call":
      return { ...facts, callUsage: addUsage(facts.callUsage, event.usage) };
    case "search":
      return { ...facts, searchCost: addDecimals(facts.searchCost, event.cost) };
    case "files-changed":
      return { ...facts, filesChanged: facts.filesChanged + 1 };
    case "step-start":
      return { ...facts, startedAt: facts.startedAt ?? event.at };
    case "step-finish":
      return event.usage === null
        ? facts
        : { ...facts, stepUsage: addUsage(facts.stepUsage, event.usage) };
    case "tool":
      return event.call.name === "write" && event.call.error === null
        ? { ...facts, filesChanged: facts.filesChanged + 1 }
        : facts;
    default:
      return facts;
  }
}

function addUsage(sum: Usage | null, more: Usage): Usage {
  return {
    inputTokens: (sum?.inputTokens ?? 0) + more.inputTokens,
    outputTokens: (sum?.outputTokens ?? 0) + more.outputTokens,
    cost: addDecimals(sum?.cost ?? null, more.cost),
  };
}
