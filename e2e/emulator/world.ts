import type { QueuedMessage } from "browser-use-sdk/v4";
import { createTask, observe, stableId, type EmulatedTask } from "./emulated-task";
import type { FaultRule } from "./faults";
import type { Contract, TaskScript } from "./script";

/** One request that the emulator answered. */
export type LoggedRequest = {
  method: string;
  path: string;
  /** What stands behind the question mark. */
  query: string;
  status: number;
  /** The API key came along, wherever it went. */
  hasKey: boolean;
  at: string;
};

const MOST_REQUESTS = 5000;
/** The contracts in which a script is a sample unless it says otherwise. */
const CONTRACTS: readonly Contract[] = ["documented", "current"];

/** Everything the emulator knows: tasks, faults, and what was asked of it. */
export class World {
  readonly tasks = new Map<string, EmulatedTask>();
  readonly faults: FaultRule[] = [];
  readonly samples: EmulatedTask[] = [];
  /** How many tasks, all over, stand in the list of v2 behind the samples. They are nowhere else. */
  olderTasks = 0;
  /** The messages of the sessions of v4 that somebody has asked for, by the id of the session. */
  readonly queues = new Map<string, QueuedMessage[]>();
  private readonly log: LoggedRequest[] = [];

  constructor(readonly scripts: readonly TaskScript[]) {}

  /** Adds every script as a sample task of each contract that can express it. */
  addSamples(now: number): void {
    for (const script of this.scripts) {
      for (const contract of script.contracts ?? CONTRACTS) {
        const name = `${script.scenario} ${contract}`;
        const follows = script.run?.follows;
        const session =
          follows === undefined ? {} : { sessionId: stableId(`session ${follows} ${contract}`) };
        this.addSample(createTask({ script, contract, now, name, ...session }));
      }
    }
  }

  addSample(task: EmulatedTask): void {
    this.samples.push(task);
    this.tasks.set(task.id, task);
  }

  note(request: LoggedRequest): void {
    this.log.push(request);
    if (this.log.length > MOST_REQUESTS) this.log.shift();
  }

  requests(part: string): LoggedRequest[] {
    return this.log.filter((request) => request.path.includes(part));
  }

  clearRequests(): void {
    this.log.length = 0;
  }

  /** A run of v4 by its id. */
  run(id: string): EmulatedTask | undefined {
    const task = this.tasks.get(id);
    return task?.contract === "v4" ? task : undefined;
  }

  /** All runs of v4, the first made first. */
  runs(): EmulatedTask[] {
    return [...this.tasks.values()].filter(({ contract }) => contract === "v4");
  }

  /** Those that stand in lists: not what a test made for itself. */
  listedRuns(): EmulatedTask[] {
    return this.samples.filter(({ contract }) => contract === "v4");
  }

  runsOfSession(id: string): EmulatedTask[] {
    return this.runs().filter(({ sessionId }) => sessionId === id);
  }

  bySession(sessionId: string): EmulatedTask | undefined {
    return [...this.tasks.values()].find((task) => task.sessionId === sessionId);
  }

  byLiveToken(token: string): EmulatedTask | undefined {
    return [...this.tasks.values()].find((task) => task.liveToken === token);
  }

  /** The sample tasks as a table, without starting any of their clocks. */
  table(now: number) {
    return this.samples.map((task) => ({
      scenario: task.script.scenario,
      title: task.script.title,
      contract: task.contract,
      taskId: task.id,
      status: tableStatus(task, now),
    }));
  }
}

/** The words of v4 for those of the other contracts. */
const RUN_WORDS: Readonly<Record<string, string>> = {
  created: "queued",
  started: "running",
  finished: "completed",
  stopped: "cancelled",
};

function tableStatus(task: EmulatedTask, now: number): string {
  const status = taskStatus(task, now);
  return task.contract === "v4" ? (RUN_WORDS[status] ?? status) : status;
}

function taskStatus(task: EmulatedTask, now: number): string {
  if (task.script.fixedStatus !== undefined && task.stoppedWith === null) {
    return task.script.fixedStatus;
  }
  if (task.clock === null) return task.script.queueSeconds === null ? "created" : "started";
  const { phase } = observe(task, now);
  if (phase !== "ended") return phase === "created" ? "created" : "started";
  if (task.stoppedWith !== null) return "stopped";
  const status = task.script.ending?.status ?? "finished";
  return status === "failed" && task.contract === "documented" ? "finished" : status;
}
