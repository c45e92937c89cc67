import { FactList, type Fact } from "@/components/ui/fact-list";
import { TimeText } from "@/components/ui/time-text";
import type { TaskSession } from "@/lib/contract/task-session";
import { formatCost } from "@/lib/domain/text/format-cost";

/** What a session tells of its browser: how long it is up, and what its proxy carried. Nothing where it tells nothing. */
export function SessionFacts({ session }: { session: TaskSession }) {
  const facts = factsOf(session);
  return facts.length === 0 ? null : <FactList name="Session" facts={facts} />;
}

function factsOf(session: TaskSession): readonly Fact[] {
  const { startedAt, finishedAt, persistMemory } = session;
  const browser = browserWords(session);
  const proxy = proxyWords(session);
  return [
    ...(browser === null ? [] : [{ name: "Browser", value: browser }]),
    ...(startedAt === null ? [] : [{ name: "Started", value: <TimeText iso={startedAt} /> }]),
    ...(finishedAt === null ? [] : [{ name: "Ended", value: <TimeText iso={finishedAt} /> }]),
    ...(proxy === null ? [] : [{ name: "Proxy", value: proxy }]),
    ...(persistMemory === null
      ? []
      : [
          {
            name: "Memory",
            value: persistMemory ? "Shared by its tasks" : "Each task has its own",
          },
        ]),
  ];
}

function browserWords({ status, keepAlive }: TaskSession): string | null {
  if (status === "stopped") return "Stopped";
  if (keepAlive === null) return status === "active" ? "Up" : null;
  const end = keepAlive ? "stays up when a task ends" : "stops when its task ends";
  return status === "active" ? `Up, ${end}` : `It ${end}`;
}

function proxyWords({ proxyUsedMb, proxyCost }: TaskSession): string | null {
  const words = [
    ...(proxyUsedMb === null ? [] : [`${proxyUsedMb} MB`]),
    ...(proxyCost === null ? [] : [formatCost(proxyCost)]),
  ];
  return words.length === 0 ? null : words.join(", ");
}
