import "server-only";
import { isDeeperThan } from "@/lib/domain/json-depth";
import { UpstreamError } from "./errors";
import { failureReason } from "./failure-reason";
import { problemForStatus } from "./problem-for-status";
import { readLimitedText } from "./read-limited-text";
import { retryAfterSeconds } from "./retry-after";

const LARGEST_BODY_BYTES = 32 * 1024 * 1024;
const DEEPEST_BODY = 64;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;
const HEADERS_MS = 10_000;
const TOTAL_MS = 15_000;
/** At most one: each more multiplies what a small body can grow to. */
const ONE_ENCODING = /^(?:identity|gzip|x-gzip|deflate|br|zstd)?$/i;

/** An answer of the upstream: parsed JSON of unknown shape. */
type UpstreamAnswer = { body: unknown };

/** Fetches JSON with the key. `path` comes from a fixed template. Throws `UpstreamError` only. */
export type UpstreamClient = (path: string, deadlines?: Deadlines) => Promise<UpstreamAnswer>;

/** Milliseconds until the headers, and until the whole answer, must have come. */
type Deadlines = { headersMs: number; totalMs: number };

type ClientOptions = { baseUrl: string; apiKey: string; now: () => number; deadlines?: Deadlines };

/** The client that holds the API key. It never follows a redirect: fetch would take the key along. */
export function createUpstreamClient(options: ClientOptions): UpstreamClient {
  const usual = options.deadlines ?? { headersMs: HEADERS_MS, totalMs: TOTAL_MS };
  return async (path, deadlines = usual) => {
    const deadline = startDeadline(deadlines);
    try {
      const response = await send(options, path, deadline.signal);
      deadline.headersCame();
      return await readAnswer(response, path, options.now());
    } catch (cause) {
      if (cause instanceof UpstreamError) throw cause;
      const reason = deadline.signal.aborted ? "no-answer-in-time" : failureReason(cause);
      const code = reason === "no-answer-in-time" ? "upstream-timeout" : "upstream-unavailable";
      // The cause stays out: what fetch reports may quote headers.
      throw new UpstreamError(code, `No answer (${reason}): ${path}`, null, reason);
    } finally {
      deadline.end();
    }
  };
}

async function send(options: ClientOptions, path: string, signal: AbortSignal): Promise<Response> {
  const request = () =>
    fetch(`${options.baseUrl}${path}`, {
      headers: { "X-Browser-Use-API-Key": options.apiKey, Accept: "application/json" },
      redirect: "error",
      cache: "no-store",
      signal,
    });
  try {
    return await request();
  } catch (cause) {
    // A kept-alive connection may be closed between two polls; that says nothing about the upstream.
    if (signal.aborted || failureReason(cause) !== "connection-lost") throw cause;
    return request();
  }
}

async function readAnswer(response: Response, path: string, now: number): Promise<UpstreamAnswer> {
  const problem = problemForStatus(response.status);
  if (problem !== null) {
    await response.body?.cancel().catch(() => undefined);
    const wait = retryAfterSeconds(response.headers.get("retry-after"), now);
    throw new UpstreamError(problem, `Status ${String(response.status)}: ${path}`, wait);
  }
  const isJson = JSON_TYPE.test(response.headers.get("content-type") ?? "");
  if (!isJson || !ONE_ENCODING.test(response.headers.get("content-encoding") ?? "")) {
    await response.body?.cancel().catch(() => undefined);
    throw new UpstreamError("upstream-invalid", `Not JSON: ${path}`);
  }
  const read = await readLimitedText(response, LARGEST_BODY_BYTES);
  if (!read.ok) throw new UpstreamError("upstream-invalid", `Body ${read.reason}: ${path}`);
  if (isDeeperThan(read.text, DEEPEST_BODY))
    throw new UpstreamError("upstream-invalid", `Too deep: ${path}`);
  return { body: parseJson(read.text, path) };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which is the agent's.
    throw new UpstreamError("upstream-invalid", `Unreadable JSON: ${path}`);
  }
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
    },
  };
}
