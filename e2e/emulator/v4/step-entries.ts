import type { ScriptStep } from "../script";
import type { LogEntry, LogFacts, Picture } from "./log-entry";
import { lookCall, toolCalls, type ToolCall } from "./tool-calls";
import { dollars, usageOfStep } from "./usage";

/** The tools that the model is offered. */
const TOOL_COUNT = 11;

type StepPlace = {
  step: ScriptStep;
  next: ScriptStep | undefined;
  index: number;
  /** Seconds of the run's own time. */
  from: number;
  to: number;
  model: string;
  /** What the agent says at the end of its last step. */
  answer: string | null;
};

/** One step of a script as the events that tell of it: the call of the model, what it thought, said and did. */
export function stepEntries(place: StepPlace, facts: LogFacts): LogEntry[] {
  const { step, next, index, from, to, model, answer } = place;
  const usage = usageOfStep(index);
  const seconds = to - from;
  const thoughtAt = from + seconds * 0.3;
  const saidAt = from + seconds * 0.4;
  const reasoning = [outcomeOf(step).words, step.memory]
    .filter((words) => words !== "")
    .join("\n\n");
  const calls = callsOf(place, facts);
  const cost = dollars(usage.microDollars);
  return [
    { at: from, type: "llm.request", data: { model, tools: TOOL_COUNT } },
    core(from, "step_start", { type: "step-start" }),
    ...(reasoning === "" ? [] : [text(thoughtAt, "reasoning", reasoning)]),
    ...(step.goal === "" ? [] : [text(saidAt, "text", step.goal)]),
    {
      at: saidAt,
      type: "llm.response",
      data: {
        model,
        input_tokens: usage.inputTokens,
        output_tokens: usage.outputTokens,
        reasoning_tokens: usage.reasoningTokens,
        cost_usd: cost,
      },
    },
    ...calls.flatMap((call, at) => {
      const share = (to - saidAt) / calls.length;
      return toolEntries(call, saidAt + share * (at + 1), share);
    }),
    ...(answer === null ? [] : [text(to, "text", answer)]),
    core(to, "step_finish", {
      type: "step-finish",
      reason: next === undefined ? "stop" : "tool-calls",
      cost: Number(cost),
      tokens: {
        input: usage.inputTokens,
        output: usage.outputTokens,
        reasoning: usage.reasoningTokens,
        cache: { read: 0, write: 0 },
      },
    }),
  ];
}

const NO_OUTCOME = { words: "", isFailed: false };

/** What a step of a script says of the one before it. */
function outcomeOf({ evaluation }: ScriptStep): typeof NO_OUTCOME {
  const [, outcome, words] = /^(Success|Failed|Partial|Unknown) - (.*)$/s.exec(evaluation) ?? [];
  return { words: words ?? evaluation, isFailed: outcome === "Failed" };
}

/** A call with what came of it. */
type DoneCall = ToolCall & { output: string; error: string | null; picture: Picture | null };

/** The step's calls. Whether the last one failed, the script's next step knows; the picture is with the last program that did not. */
function callsOf({ step, next }: StepPlace, facts: LogFacts): DoneCall[] {
  const leadsTo = next !== undefined && next.url !== step.url ? next.url : null;
  const calls = toolCalls(
    step.actions,
    leadsTo !== null && /^https?:/.test(leadsTo) ? leadsTo : null,
  );
  const { words, isFailed } = next === undefined ? NO_OUTCOME : outcomeOf(next);
  const failedAt = isFailed ? calls.length - 1 : -1;
  const done = calls.map((call, at) => ({
    ...call,
    output: at === calls.length - 1 ? words : "",
    error: at === failedAt ? words : null,
    picture: null,
  }));
  const picture = step.screenshot === null ? null : facts.pictureOf(step.screenshot);
  if (picture === null) return done;
  const withPicture = done.findLastIndex(
    ({ tool, error }) => tool === "browser_execute" && error === null,
  );
  return withPicture === -1
    ? [{ ...lookCall(), output: "", error: null, picture }, ...done]
    : done.map((call, at) => (at === withPicture ? { ...call, picture } : call));
}

function toolEntries(call: DoneCall, at: number, tookSeconds: number): LogEntry[] {
  const { tool, input, title, output, error, picture } = call;
  const count = picture === null ? "" : `${output === "" ? "" : "\n"}(1 screenshot(s) attached)`;
  const state =
    error === null
      ? {
          status: "completed",
          input,
          output: output + count,
          title,
          metadata: {},
          ...(picture === null ? {} : { attachments: [{ type: "file", ...picture }] }),
        }
      : { status: "error", input, error };
  const used = { ...core(at, "tool_use", { type: "tool", tool, state }), tookSeconds };
  return tool === "websearch" ? [searched(at, input), used] : [used];
}

function searched(at: number, { query }: ToolCall["input"]): LogEntry {
  const data = { query, num_results: 8, duration_ms: 640, cost_usd: "0.005000" };
  return { at, type: "search.performed", data };
}

function text(at: number, type: "reasoning" | "text", words: string): LogEntry {
  return core(at, type, { type, text: words });
}

function core(at: number, type: string, part: Record<string, unknown>): LogEntry {
  return { at, type: "core.event", data: { type, part } };
}
