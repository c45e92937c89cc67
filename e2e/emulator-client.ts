import { API_KEY, EMULATOR } from "./settings";

/** The wire contracts of `/api/v2`; a task of `v4` is a run below `/api/v4`. */
export type Contract = "documented" | "current";
export const CONTRACTS: readonly Contract[] = ["documented", "current"];

/** A task of the emulator that belongs to one test alone. */
export type EmulatedTask = { taskId: string; sessionId: string };

type NewTask = {
  scenario: string;
  contract: Contract | "v4";
  speed?: number;
  startAtStep?: number;
  /** Another task's, to stand in the same session. */
  sessionId?: string;
  /** Whether it stands in lists. */
  listed?: boolean;
  /** Whether the events of a run carry pictures. */
  pictures?: boolean;
  /** Seconds from the end of a run to its judgement. */
  judgedAfter?: number;
};

type Fault =
  | { kind: "status"; status: number; headers?: Record<string, string>; body?: string }
  | { kind: "hang" | "reset" | "truncated" | "html" }
  | { kind: "slow-headers" | "slow-body"; ms: number }
  | { kind: "redirect"; location: string }
  | { kind: "body"; body: string };

export type LoggedRequest = {
  method: string;
  path: string;
  status: number;
  hasKey: boolean;
  at: string;
};

/** An event of a run before it has happened: its id, its time in seconds of the run's own, and what it says. */
type LogEntry = { id: number; at: number; type: string; data: Record<string, unknown> };

/** The ways in which the log of a run may be odd; the emulator's README says what each does. */
type LogOddities = {
  withhold?: number[];
  repeat?: number[];
  replace?: Record<number, unknown>;
  insert?: ({ id: number } & Record<string, unknown>)[];
  order?: "shuffled";
  pageSize?: number;
  nextAfter?: "missing";
};

/** The emulator's control endpoint, as tests use it. */
export const emulator = {
  createTask: (task: NewTask) => control<EmulatedTask>("POST", "/tasks", task),

  moveClock: (
    taskId: string,
    move: { advanceSeconds?: number; speed?: number; paused?: boolean },
  ) => control("POST", `/tasks/${taskId}/clock`, move),

  assets: (taskId: string, change: { expired?: boolean; lifetimeSeconds?: number }) =>
    control("POST", `/tasks/${taskId}/assets`, change),

  /** Breaks the answers of one task from now on, or for a number of times, each of them or each `every`-th; answers how to mend it again. */
  breakTask: async (taskId: string, fault: Fault, times: number | null = null, every = 1) => {
    const path = `/api/v2/tasks/${taskId}`;
    const { faultId } = await control<{ faultId: string }>("POST", "/faults", {
      path,
      fault,
      times,
      every,
    });
    return () => control("DELETE", `/faults/${faultId}`);
  },

  patchTask: (taskId: string, patch: Record<string, unknown> | null) =>
    control("POST", `/patch-task/${taskId}`, patch),

  /** The whole log of a run, what has yet to happen too. */
  runLog: (runId: string) => control<LogEntry[]>("GET", `/tasks/${runId}/log`),

  /** Makes the log of a run odd in these ways and no others; none with `null`. */
  oddLog: (runId: string, oddities: LogOddities | null) =>
    control("POST", `/tasks/${runId}/log`, oddities),

  /** How often a run, its session, its browser and its workspace were asked for, by kind. */
  runCalls: (runId: string) => control<Record<string, number>>("GET", `/tasks/${runId}/calls`),

  requests: (path: string) =>
    control<LoggedRequest[]>("GET", `/requests?path=${encodeURIComponent(path)}`),

  /** Asks the upstream itself for a run of v4. */
  run: async (runId: string): Promise<unknown> => {
    const headers = { "X-Browser-Use-API-Key": API_KEY };
    return (await fetch(`${EMULATOR}/api/v4/runs/${runId}`, { headers })).json();
  },

  /** Asks the upstream itself, with the key, as the product does. */
  upstream: async (path: string): Promise<unknown> => {
    const response = await fetch(`${EMULATOR}/api/v2${path}`, {
      headers: { "X-Browser-Use-API-Key": API_KEY },
    });
    return response.json();
  },
};

async function control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${EMULATOR}/__emulator${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`Emulator: ${method} ${path} answered ${String(response.status)} ${text}`);
  // The emulator is ours and its answers are documented beside it.
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}
