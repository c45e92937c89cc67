import type { ReactNode } from "react";
import { SessionPanel } from "@/components/outputs/session-panel";
import type { TaskSession } from "@/lib/contract/task-session";
import type { RecordingState } from "@/lib/domain/task/recording";
import { shopRun } from "@/test/factories/shop-run";
import { HOSTILE } from "./hostile";
import { nothing, type Panel } from "./panel";

const BROWSERS = ["5f0c1d2e-0000-4000-8000-00000000000a", "5f0c1d2e-0000-4000-8000-00000000000b"];
const SESSION: TaskSession = {
  status: "stopped",
  startedAt: "2026-11-02T10:00:00.000Z",
  finishedAt: "2026-11-02T10:07:00.000Z",
  keepAlive: false,
  persistMemory: true,
  publicShareUrl: null,
  proxyUsedMb: "14.2",
  proxyCost: "0.0710",
  browserCost: null,
  recordings: [],
  tasks: [],
};

/** At least one state for each that a recording may be in. */
const BY_STATE: Readonly<Record<RecordingState, ReactNode>> = {
  "after-stop": session({ status: "active", keepAlive: true, finishedAt: null }, "after-stop"),
  preparing: session({}, "preparing"),
  ready: session({}, "ready"),
  none: session({}, "none"),
};

export const SESSIONS: Panel = {
  id: "session",
  title: "Session",
  width: 27,
  states: {
    "not there yet": panel(null),
    "could not be asked for": panel(null, "Browser Use Cloud is slow"),
    ...BY_STATE,
    "recordings of two browsers": panel({
      ...SESSION,
      recordings: [
        { browserId: BROWSERS[0] ?? null, state: "ready" },
        { browserId: BROWSERS[1] ?? null, state: "after-stop" },
      ],
    }),
    "public, with other tasks": panel({
      ...SESSION,
      publicShareUrl: "https://cloud.browser-use.example/share/boots",
      recordings: [{ browserId: null, state: "none" }],
      tasks: [listed(1, "Put the boots into the cart"), listed(2, HOSTILE)],
    }),
    "tells nothing": panel({
      ...SESSION,
      status: null,
      startedAt: null,
      finishedAt: null,
      keepAlive: null,
      persistMemory: null,
      proxyUsedMb: null,
      proxyCost: null,
    }),
  },
};

function session(more: Partial<TaskSession>, state: RecordingState): ReactNode {
  return panel({ ...SESSION, ...more, recordings: [{ browserId: null, state }] });
}

function panel(told: TaskSession | null, failure: string | null = null): ReactNode {
  return (
    <div className="flex flex-col gap-6 p-4">
      <SessionPanel task={shopRun({}).task} session={told} failure={failure} reload={nothing} />
    </div>
  );
}

function listed(last: number, prompt: string): TaskSession["tasks"][number] {
  const id = `3c90c3cc-0d44-4b50-8888-00000000000${String(last)}`;
  return { ...shopRun({ id, prompt, status: "finished" }).task, sessionId: null };
}
