import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AnswerTooLarge, UpstreamError } from "./errors";
import { failureReason } from "./failure-reason";
import { parseJson } from "./parse-json";
import { readLimitedText } from "./read-limited-text";
import {
  exhaustedSeconds,
  rateLimitOf,
  resetSeconds,
  retryAfterOfBody,
  retryAfterSeconds,
  type RateLimit,
} from "./rate-limit-headers";
import { createSendRequest, decompressed, type Answer, type SendRequest } from "./send-request";
import { problemOfAction, problemOfLostAction, type UpstreamAction } from "./upstream-action";
import type { UpstreamPause } from "./upstream-pause";
import type { ProblemCode } from "@/lib/contract/problem";

const LARGEST_BODY_BYTES = 32 * 1024 * 1024;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;
/** A refusal is a few words; what it says beyond that, or later, is not read. */
const LARGEST_REFUSAL_BYTES = 4096;
const REFUSAL_MS = 500;
const HEADERS_MS = 10_000;
const TOTAL_MS = 15_000;

/** Fetches JSON with the key. Paths come from fixed templates. Throws `UpstreamError`, and `NotCalled` in a pause. */
export type UpstreamClient = {
  /** Gets JSON of unknown shape. */
  getJson: (path: string, deadlines?: Deadlines) => Promise<unknown>;
  /** Gets JSON as `read` reads its text; what that throws is thrown. */
  getText: <T>(path: string, read: (text: string) => T) => Promise<T>;
  /** Changes something. Never repeated: it may have arrived. What is answered beside the status is not read. */
  act: (path: string, action: UpstreamAction) => Promise<void>;
};

/** Milliseconds until the headers, and until the whole answer, must have come. */
type Deadlines = { headersMs: number; totalMs: number };

type ClientOptions = {
  baseUrl: string;
  apiKey: string;
  now: () => number;
  /** The pause of all calls with this key, which every answer may bring about. */
  pause: UpstreamPause;
  /** Told what an answer says of the limit of calls. */
  onRateLimit?: (limit: RateLimit) => void;
  deadlines?: Deadlines;
};

/** The client that holds the API key. It never follows a redirect: the key would go along. */
export function createUpstreamClient(options: ClientOptions): UpstreamClient {
  const usual = options.deadlines ?? { headersMs: HEADERS_MS, totalMs: TOTAL_MS };
  const sendRequest = createSendRequest(options.apiKey);
  const { pause, now } = options;
  async function ask(path: string, deadlines: Deadlines, action: UpstreamAction | null = null) {
    pause.check(now());
    const deadline = startDeadline(deadlines);
    try {
      const answer = await send(sendRequest, options.baseUrl + path, deadline.signal, action);
      deadline.headersCame();
      const limit = rateLimitOf(answer.headers);
      if (limit !== null) options.onRateLimit?.(limit);
      const exhausted = exhaustedSeconds(answer.headers, now());
      if (exhausted !== null) pause.exhausted(now() + exhausted * 1000);
      return await readAnswer(answer, path, now(), action);
    } catch (cause) {
      if (cause instanceof UpstreamError) {
        pause.failed(cause, now());
        throw cause;
      }
      const reason = deadline.signal.aborted ? "no-answer-in-time" : failureReason(cause);
      const usual = reason === "no-answer-in-time" ? "upstream-timeout" : "upstream-unavailable";
      const code = action === null ? usual : problemOfLostAction(reason);
      // The cause stays out: what fetch reports may quote headers.
      throw new UpstreamError(code, `No answer (${reason}): ${path}`, null, reason);
    } finally {
      deadline.end();
    }
  }
  async function getText<T>(path: string, read: (text: string) => T, deadlines = usual) {
    const answer = read(await ask(path, deadlines));
    pause.succeeded();
    return answer;
  }
  return {
    getText,
    getJson: (path, deadlines) => getText(path, (text) => parseJson(text), deadlines),
    act: async (path, action) => {
      await ask(path, usual, action);
      pause.succeeded();
    },
  };
}

async function send(
  sendRequest: SendRequest,
  url: string,
  signal: AbortSignal,
  action: UpstreamAction | null,
): Promise<Answer> {
  if (action !== null) return sendRequest(url, signal, action);
  try {
    return await sendRequest(url, signal);
  } catch (cause) {
    // A kept-alive connection may be closed between two polls; that says nothing about the upstream.
    if (signal.aborted || failureReason(cause) !== "connection-lost") throw cause;
    return sendRequest(url, signal);
  }
}

async function readAnswer(
  answer: Answer,
  path: string,
  now: number,
  action: UpstreamAction | null,
): Promise<string> {
  const { status, headers } = answer;
  if (action !== null && status >= 200 && status < 300) {
    answer.body.destroy();
    return "";
  }
  const problem = problemForStatus(status);
  if (problem !== null) {
    const asked = await askedSeconds(answer, now);
    answer.body.destroy();
    const own = action === null ? null : problemOfAction(status, action, asked !== null);
    const isLimit = status === 429 && own === null;
    const wait = asked ?? (isLimit ? resetSeconds(headers.get("x-ratelimit-reset"), now) : null);
    if (REDIRECTS.has(status))
      throw new UpstreamError(problem, `Redirected: ${path}`, null, "redirected");
    const message = `Status ${String(status)}: ${path}`;
    throw new UpstreamError(own ?? problem, message, wait, null, status);
  }
  const isJson = JSON_TYPE.test(headers.get("content-type") ?? "");
  // Of several encodings each multiplies what a small body can grow to.
  const body = isJson ? decompressed(answer) : null;
  if (body === null) {
    answer.body.destroy();
    throw new UpstreamError("upstream-invalid", `Not JSON: ${path}`);
  }
  const read = await readLimitedText(body, LARGEST_BODY_BYTES);
  if (!read.ok) {
    if (read.reason === "too-large") throw new AnswerTooLarge(path);
    throw new UpstreamError("upstream-invalid", `Body ${read.reason}: ${path}`);
  }
  return read.text;
}

/** For how long a refusal asks to wait: by its header, else, of a 429, by its body. */
async function askedSeconds(answer: Answer, now: number): Promise<number | null> {
  const { headers, status } = answer;
  const asked = retryAfterSeconds(headers.get("retry-after"), now);
  if (asked !== null || status !== 429) return asked;
  const body = decompressed(answer);
  const reader =
    body === null ? null : readLimitedText(body, LARGEST_REFUSAL_BYTES).catch(() => null);
  // That it is a refusal is known already, and others must not go on calling while its body comes.
  const read = await Promise.race([reader, sleep(REFUSAL_MS, null, { ref: false })]);
  return read?.ok === true ? retryAfterOfBody(read.text) : null;
}

function startDeadline({ headersMs, totalMs }: Deadlines) {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
  };
  const headers = setTimeout(stop, headersMs);
  const total = setTimeout(stop, totalMs);
  return {
    signal: controller.signal,
    headersCame: () => {
      clearTimeout(headers);
    },
    end: () => {
      clearTimeout(headers);
      clearTimeout(total);
      // What was not read to its end, such as a refusal that trickles, must not keep its connection.
      stop();
    },
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const BY_STATUS: ReadonlyMap<number, ProblemCode> = new Map<number, ProblemCode>([
  [401, "key-rejected"],
  [402, "credits-exhausted"],
  [403, "key-rejected"],
  [404, "task-not-found"],
  [408, "upstream-timeout"],
  [410, "task-gone"],
  [422, "bad-task-id"],
  [425, "upstream-unavailable"],
  [429, "upstream-rate-limited"],
  [504, "upstream-timeout"],
]);

/** What an upstream status means for us; `null` when the answer is good. */
function problemForStatus(status: number): ProblemCode | null {
  if (status === 200) return null;
  const isRefusal = status >= 400 && status < 500;
  return BY_STATUS.get(status) ?? (isRefusal ? "upstream-refused" : "upstream-unavailable");
}
