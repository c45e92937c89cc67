import type { ServerResponse } from "node:http";
import { html, type Reply } from "./reply";

/** One way in which an answer can go wrong. */
export type Fault =
  | { kind: "status"; status: number; headers?: Record<string, string>; body?: string }
  | { kind: "hang" }
  | { kind: "slow-headers"; ms: number }
  | { kind: "slow-body"; ms: number }
  | { kind: "reset" }
  | { kind: "truncated" }
  | { kind: "html" }
  | { kind: "content-type"; value: string }
  | { kind: "redirect"; location: string; status?: number }
  | { kind: "body"; body: string; headers?: Record<string, string> };

/** Where a fault applies: a regular expression over the path, and for how many more answers (`null`: for ever). */
export type FaultRule = {
  id: string;
  path: RegExp;
  method: string | null;
  fault: Fault;
  times: number | null;
};

/** Finds the fault for a request and counts it down. */
export function takeFault(rules: FaultRule[], method: string, path: string): Fault | null {
  const index = rules.findIndex(
    (rule) => rule.path.test(path) && (rule.method === null || rule.method === method),
  );
  const rule = rules[index];
  if (rule === undefined) return null;
  if (rule.times !== null && --rule.times <= 0) rules.splice(index, 1);
  return rule.fault;
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
    case "html":
      return html("<!doctype html><title>Sign in</title><h1>Welcome to the network</h1>");
    case "content-type":
      return { ...reply, headers: { ...reply.headers, "content-type": fault.value } };
    case "redirect":
      return { status: fault.status ?? 302, headers: { location: fault.location }, body: "" };
    case "body":
      return { ...reply, headers: { ...reply.headers, ...fault.headers }, body: fault.body };
    default:
      return reply;
  }
}

/** Sends an answer with its fault. Never throws: whoever hung up is gone. */
export async function send(
  response: ServerResponse,
  given: Reply,
  fault: Fault | null,
): Promise<void> {
  if (fault?.kind === "hang") return;
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
