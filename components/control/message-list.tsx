import { TimeText } from "@/components/ui/time-text";
import { UntrustedText } from "@/components/ui/untrusted-text";
import type { QueuedMessage } from "@/lib/contract/task-control";

const STATUS: Readonly<Record<QueuedMessage["status"], string>> = {
  pending: "Waits",
  dispatching: "Is being taken",
  consumed: "Taken",
  cancelled: "Cancelled",
  superseded: "Replaced by a later one",
  failed: "Failed",
  unknown: "Status not known",
};

/** The messages of a session that wait, the oldest first. */
export function MessageList({ messages }: { messages: readonly QueuedMessage[] }) {
  if (messages.length === 0) return <p className="text-muted">No message waits.</p>;
  return (
    <ul
      aria-label="Waiting messages"
      className="divide-y divide-line rounded-lg border border-line"
    >
      {messages.map(({ id, text, mode, status, createdAt }) => (
        <li key={id} className="px-3 py-2">
          <p className="break-words whitespace-pre-wrap">
            <bdi>
              <UntrustedText text={text} />
            </bdi>
          </p>
          <p className="text-xs text-muted">
            {STATUS[status]}
            {mode === "interrupt" && " · interrupts"}
            {createdAt !== null && (
              <>
                {" · "}
                <TimeText iso={createdAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
