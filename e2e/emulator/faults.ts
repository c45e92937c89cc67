import type { ServerResponse } from "node:http";
import { detail, html, type Reply } from "./reply";
import {
  bucketOf,
  countRequest,
  type Bucket,
  type RateLimits,
  type RateWindow,
} from "./v4/rate-buckets";
import { isWireFault, sendOnWire, type WireFault } from "./wire-faults";

/** One way in which an answer can go wrong. */
export type Fault =
  | { kind: "status"; status: number; headers?: Record<string, string>; body?: string }
  | { kind: "hang" }
  | { kind: "slow-headers"; ms: number }
  | { kind: "slow-body"; ms: number }
  | { kind: "reset" }
  | { kind: "truncated" }
  | { kind: "html" }
  | { kind: "content-type"; value: string | null }
  | { kind: "redirect"; location: string; status?: number }
  | { kind: "body"; body: string; base64?: boolean; headers?: Record<string, string> }
  /** 429 for whatever is more than that many in a second. */
  | { kind: "rate-limit"; perSecond: number; retryAfter?: string }
  /** The limits of a project of v4: each answer says how many are left, and what is more in five seconds is 429. */
  | ({ kind: "rate-buckets" } & RateLimits)
  /** The refusal of a project whose data are not to be kept. */
  | { kind: "zero-data-retention" }
  /** A good answer with more headers. */
  | { kind: "headers"; headers: Record<string, string> }
  | WireFault;

/** Where a fault applies: a regular expression over the path, and for how many more answers (`null`: for ever). */
export type FaultRule = {
  id: string;
  path: RegExp;
  method: string | null;
  fault: Fault;
  times: number | null;
  /** Only each so many-th matching answer, beginning with this many-th; 1 for each. */
  every: number;
  matched: number;
  /** When the last answers went through a rate limit, epoch milliseconds. */
  passed: number[];
  /** The windows of the rate buckets. */
  windows: Partial<Record<Bucket, RateWindow>>;
};

/** Finds the fault for a request and counts it down. */
export function takeFault(
  rules: FaultRule[],
  method: string,
  path: string,
  now: number,
): Fault | null {
  const index = rules.findIndex(
    (rule) => rule.path.test(path) && (rule.method === null || rule.method === method),
  );
  const rule = rules[index];
  if (rule === undefined) return null;
  rule.matched++;
  if (rule.matched % rule.every !== 0) return null;
  if (rule.fault.kind === "rate-limit") return limited(rule, rule.fault, now);
  if (rule.fault.kind === "rate-buckets") {
    const bucket = bucketOf(method, path);
    const counted = countRequest(rule.windows[bucket], rule.fault[bucket], now);
    const { isOver, headers, body } = counted;
    rule.windows[bucket] = counted.window;
    return isOver ? { kind: "status", status: 429, headers, body } : { kind: "headers", headers };
  }
  if (rule.times !== null && --rule.times <= 0) rules.splice(index, 1);
  return rule.fault;
}

function limited(
  rule: FaultRule,
  fault: Extract<Fault, { kind: "rate-limit" }>,
  now: number,
): Fault | null {
  rule.passed = rule.passed.filter((at) => now - at < 1000);
  if (rule.passed.length < fault.perSecond) {
    rule.passed.push(now);
    return null;
  }
  const headers = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
  return { kind: "status", status: 429, headers };
}

/** The faults that only exchange the answer; the others act while it is sent. */
function spoil(reply: Reply, fault: Fault | null): Reply {
  switch (fault?.kind) {
    case "status":
      return {
        status: fault.status,
        headers: { "content-type": "application/json", ...fault.headers },
        body: fault.body ?? JSON.stringify({ detail: `Injected ${String(fault.status)}` }),
      };
    case "zero-data-retention":
      return detail(403, "Zero Data Retention is enabled on the project (V4 unsupported).");
    case "headers":
      return { ...reply, headers: { ...reply.headers, ...fault.headers } };
    case "html":
      return html("<!doctype html><title>Sign in</title><h1>Welcome to the network</h1>");
    case "content-type":
      return withType(reply, fault.value);
    case "redirect":
      return { status: fault.status ?? 302, headers: { location: fault.location }, body: "" };
    case "body":
      return {
        ...reply,
        headers: { ...reply.headers, ...fault.headers },
        body: fault.base64 === true ? Buffer.from(fault.body, "base64") : fault.body,
      };
    default:
      return reply;
  }
}

function withType(reply: Reply, type: string | null): Reply {
  const others = Object.entries(reply.headers).filter(([name]) => name !== "content-type");
  const headers = Object.fromEntries(others);
  return { ...reply, headers: type === null ? headers : { ...headers, "content-type": type } };
}

/** Sends an answer with its fault. Never throws: whoever hung up is gone. */
export async function send(
  response: ServerResponse,
  given: Reply,
  fault: Fault | null,
): Promise<void> {
  if (fault?.kind === "hang") return;
  if (fault !== null && isWireFault(fault)) {
    await sendOnWire(response, given, fault);
    return;
  }
  if (fault?.kind === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault?.kind === "slow-headers") await pause(fault.ms);
  const reply = spoil(given, fault);
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
  if (fault?.kind === "truncated") {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
    return;
  }
  if (fault?.kind === "slow-body") await sendSlowly(response, body, fault.ms);
  else response.end(body);
}

async function sendSlowly(response: ServerResponse, body: Buffer, ms: number): Promise<void> {
  const pieces = 20;
  const size = Math.max(1, Math.ceil(body.length / pieces));
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.subarray(at, at + size));
    await pause(ms / pieces);
  }
  response.end();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
