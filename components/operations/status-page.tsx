import { Badge } from "@/components/ui/badge";
import { byteWords } from "@/components/ui/byte-words";
import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import type { ServerStatus } from "@/lib/contract/server-status";
import { FactList, type Fact } from "@/components/ui/fact-list";
import { KEY_FACES, REDIS_FACES, SENDER_FACES, UPSTREAM_FACES, type Face } from "./status-faces";

/** How the server stands, as it was when the page was asked for. What nobody said is called unknown. */
export function StatusPage({ status }: { status: ServerStatus }) {
  const { notReady } = status;
  const ready: Face =
    notReady === null
      ? { tone: "success", words: "Ready" }
      : { tone: "failure", words: `Not ready: ${notReady}` };
  return (
    <main id="main" className="mx-auto w-full max-w-3xl grow px-4 pt-8 pb-16">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-lg font-semibold tracking-tight">Status of this server</h1>
        <FaceBadge {...ready} />
      </div>
      <p className="mt-1.5 text-muted">
        As it was at {timeWords(status.readAt)}. Load the page again for how it is now. What each
        instance counts stands in its metrics.
      </p>
      <div className="mt-6 grid gap-6 md:grid-cols-2">
        <FactList name="Browser Use Cloud" facts={upstreamFacts(status)} />
        <FactList name="Rate limit" facts={limitFacts(status)} />
        <FactList name="Tasks" facts={taskFacts(status)} />
        {status.notices === null ? null : (
          <FactList name="Messages" facts={noticeFacts(status.notices)} />
        )}
        <FactList name="Process" facts={processFacts(status)} />
      </div>
    </main>
  );
}

function upstreamFacts({ upstream }: ServerStatus): Fact[] {
  const { state, cause, answeredAt, failedAt, failedWith, key } = upstream;
  return [
    { name: "State", value: <FaceBadge {...UPSTREAM_FACES[state]} /> },
    ...(cause === null ? [] : [{ name: "Why", value: PROBLEM_TITLES[cause] }]),
    { name: "API key", value: <FaceBadge {...KEY_FACES[key]} /> },
    { name: "Last answer", value: orNever(answeredAt) },
    { name: "Last failure", value: orNever(failedAt) },
    ...(failedWith === null ? [] : [{ name: "It ended with", value: failedWith }]),
  ];
}

function limitFacts({ rateLimit }: ServerStatus): Fact[] {
  const { limit, remaining, pausedUntil } = rateLimit;
  return [
    { name: "Calls in a window", value: orUnknown(limit) },
    { name: "Left of them", value: orUnknown(remaining) },
    { name: "Paused until", value: pausedUntil === null ? "Not paused" : timeWords(pausedUntil) },
  ];
}

function taskFacts({ tasks, intervalMs }: ServerStatus): Fact[] {
  return [
    { name: "Watched", value: String(tasks.watched) },
    { name: "Readers who wait for news", value: String(tasks.watchers) },
    { name: "Asked for every", value: `${String(intervalMs / 1000)} s` },
  ];
}

function noticeFacts(notices: NonNullable<ServerStatus["notices"]>): Fact[] {
  const { sender, followed, waiting, deliveredAt, failedAt, failedWith } = notices;
  return [
    { name: "Sent by", value: <FaceBadge {...SENDER_FACES[sender]} /> },
    { name: "Tasks followed", value: String(followed) },
    { name: "Waiting", value: String(waiting) },
    { name: "Last delivery", value: orNever(deliveredAt) },
    { name: "Last failure", value: orNever(failedAt) },
    ...(failedWith === null ? [] : [{ name: "It ended with", value: failedWith }]),
  ];
}

function processFacts({ version, node, startedAt, memory, redis }: ServerStatus): Fact[] {
  return [
    { name: "Version", value: version },
    { name: "Node.js", value: node },
    { name: "Started", value: timeWords(startedAt) },
    { name: "Memory", value: byteWords(memory) },
    { name: "Redis", value: <FaceBadge {...REDIS_FACES[redis]} /> },
  ];
}

function FaceBadge({ tone, words }: Face) {
  return <Badge tone={tone}>{words}</Badge>;
}

function orUnknown(value: number | null): string {
  return value === null ? "Unknown" : String(value);
}

function orNever(iso: string | null): string {
  return iso === null ? "None since the start" : timeWords(iso);
}

/** As logs and metrics write times: an operator holds them side by side. */
function timeWords(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}
