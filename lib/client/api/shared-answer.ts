import type { SharedDelta, SharedSnapshot } from "@/lib/contract/shared-snapshot";
import { BLANK_STEP, BLANK_TASK } from "@/lib/domain/task/blank-content";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

/**
 * An answer to somebody with a share link in the shape of one to an operator: what is not shown is blank. `base` is
 * the snapshot that the page has. Anything else is returned as it is.
 */
export function toAnswer(base: TaskSnapshot | null, body: unknown): unknown {
  if (isDelta(body)) {
    const { head, steps, ...rest } = body;
    const known = new Set(base?.steps.map((step) => step.number));
    return {
      ...rest,
      ...(head === undefined ? {} : { task: head }),
      ...(steps === undefined
        ? {}
        : { steps: steps.map((step) => (known.has(step.number) ? step : whole(step))) }),
    };
  }
  if (!isSnapshot(body)) return body;
  const { head, steps = [], ...rest } = body;
  return { ...rest, task: { ...BLANK_TASK, ...head }, steps: steps.map(whole) };
}

function whole(step: NonNullable<SharedSnapshot["steps"]>[number]) {
  return { ...BLANK_STEP, ...step };
}

/** The bodies are our own server's, built from the same types; this tells them from a captive portal's page. */
function isSnapshot(body: unknown): body is SharedSnapshot {
  return typeof body === "object" && body !== null && "head" in body && !("delta" in body);
}

function isDelta(body: unknown): body is SharedDelta {
  return typeof body === "object" && body !== null && "delta" in body;
}
