// @ts-check
import { problemOfAnswer } from "./judge-answer.mjs";
import { problemOfLine } from "./judge-line.mjs";

/** How long traces of a fault last once it is mended, in milliseconds: E27 of docs/faults.md, and a busy machine. */
const TRACE_MS = 8000;
/** A call that hangs is given up after ten seconds. */
const HANG_MS = 12_000;

/**
 * What happened so far: faults, answers by status, and what is wrong. It judges an answer when it comes.
 */
export function createJournal() {
  /** @type {import("./judge-answer.mjs").FaultTime[]} */
  const faults = [];
  /** @type {Map<string, number>} */
  const problems = new Map();
  /** @type {Map<string, number>} */
  const counts = new Map();
  const add = (/** @type {Map<string, number>} */ map, /** @type {string} */ key) =>
    map.set(key, (map.get(key) ?? 0) + 1);
  /** @param {string} words */
  const problem = (words) => {
    if (!problems.has(words)) process.stderr.write(`   wrong: ${words}\n`);
    add(problems, words);
  };
  return {
    problems,
    counts,
    problem,
    /** @param {string} what */
    count: (what) => void add(counts, what),
    /**
     * @param {string} line
     * @param {"stdout" | "stderr"} stream
     */
    line: (line, stream) => {
      const words = problemOfLine(line, stream);
      if (words !== null) problem(words);
    },
    /**
     * Judges an answer and says whether it is right.
     * @param {string} what
     * @param {import("./client.mjs").Answer} answer
     * @param {readonly number[]} right
     */
    answer: (what, answer, right) => {
      add(counts, what);
      const { status, code, asked, answered } = answer;
      if (status >= 500) add(counts, "5xx told of a fault");
      const words = problemOfAnswer({ what, status, code, asked, answered, right }, faults);
      if (words !== null) problem(words);
      return right.includes(status);
    },
    /**
     * Breaks something for a time: from before `work` begins until its traces are gone.
     * @param {"upstream" | "redis"} of
     * @param {() => Promise<unknown>} work
     * @param {{ hangs?: boolean }} more
     */
    fault: async (of, work, { hangs = false } = {}) => {
      const fault = { of, from: Date.now(), to: Infinity };
      faults.push(fault);
      add(counts, `outages: ${of}`);
      await work();
      fault.to = Date.now() + (hangs ? HANG_MS : TRACE_MS);
    },
  };
}

/** @typedef {ReturnType<typeof createJournal>} Journal */
