import { describe, expect, it, vi } from "vitest";
import type { TaskListItem } from "@/lib/contract/task-list";
import { anyVersion } from "./any-version";
import type { UpstreamTask } from "./contracts/upstream-task";
import { UpstreamError } from "./errors";
import type { TaskGateway } from "./gateway";
import type { ProblemCode } from "@/lib/contract/problem";

const ID = "0a1b2c3d-0000-4000-8000-000000000001";

/** A gateway of which every call ends with this error, unless it is one of those given. */
function gatewayWith(code: ProblemCode, calls: Partial<TaskGateway> = {}): TaskGateway {
  const fail = () => Promise.reject(new UpstreamError(code, "Refused"));
  return {
    getTask: fail,
    getFullTask: fail,
    listTasks: fail,
    listSessionTasks: fail,
    getOutputFile: fail,
    getUploadedFile: fail,
    getLog: fail,
    getSession: fail,
    getRecording: fail,
    getPicture: fail,
    control: {
      stop: fail,
      stopBrowser: fail,
      setPaused: fail,
      listMessages: fail,
      sendMessage: fail,
    },
    ...calls,
  };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "answered",
    (error: unknown) => (error instanceof UpstreamError ? error.code : "other"),
  );

// Nothing of a task is looked at here but its contract.
const taskOf = (contract: UpstreamTask["contract"]) => ({ contract }) as UpstreamTask;

describe("an id of no known version", () => {
  it("is asked for in v2, then in v4, and that is remembered", async () => {
    const v2 = vi.fn(() => Promise.reject(new UpstreamError("task-not-found", "")));
    const v4 = vi.fn(() => Promise.resolve(taskOf("v4")));
    const gateway = anyVersion(
      gatewayWith("internal", { getTask: v2 }),
      gatewayWith("internal", { getTask: v4 }),
    );
    await gateway.getTask(ID.toUpperCase(), null);
    await gateway.getTask(ID, null);
    expect([v2.mock.calls.length, v4.mock.calls.length]).toEqual([1, 2]);
  });

  it.each<[ProblemCode, ProblemCode, ProblemCode]>([
    ["task-not-found", "task-not-found", "task-not-found"],
    ["bad-task-id", "task-not-found", "bad-task-id"],
    // The key, or the project, is not for v4.
    ["task-not-found", "key-rejected", "task-not-found"],
    // Nothing is known of it.
    ["task-not-found", "upstream-unavailable", "upstream-unavailable"],
    ["task-not-found", "upstream-rate-limited", "upstream-rate-limited"],
    ["task-gone", "internal", "task-gone"],
    ["upstream-timeout", "internal", "upstream-timeout"],
    ["key-rejected", "internal", "key-rejected"],
  ])("that v2 answers %s and v4 %s is %s", async (first, second, told) => {
    expect(
      await codeOf(anyVersion(gatewayWith(first), gatewayWith(second)).getTask(ID, null)),
    ).toBe(told);
  });
});

describe("what is known of a task", () => {
  it.each(["documented", "current", "v4"] as const)("of %s says whom to ask", async (contract) => {
    const asked: string[] = [];
    const noting = (name: string) => {
      const note = () => {
        asked.push(name);
        return Promise.reject(new UpstreamError("internal", ""));
      };
      const calls = { getTask: note, getOutputFile: note, getUploadedFile: note };
      const more = { getLog: note, getPicture: note, getSession: note, getRecording: note };
      return gatewayWith("internal", { ...calls, ...more });
    };
    const gateway = anyVersion(noting("v2"), noting("v4"));
    const task = { id: ID, contract };
    await codeOf(gateway.getTask(ID, taskOf(contract)));
    await codeOf(gateway.getOutputFile(task, ID));
    await codeOf(gateway.getUploadedFile(task, ID));
    await codeOf(gateway.getLog(task));
    await codeOf(gateway.getPicture(task, "v4-picture:x"));
    await codeOf(gateway.getSession({ ...task, sessionId: ID }));
    await codeOf(gateway.getRecording({ ...task, sessionId: ID }, null));
    expect(asked).toEqual(Array.from({ length: 7 }, () => (contract === "v4" ? "v4" : "v2")));
  });
});

describe("a list", () => {
  const item = (id: string, createdAt: string) => ({ id, createdAt }) as TaskListItem;
  const listing = (...items: TaskListItem[]) => ({
    listTasks: () =>
      Promise.resolve({
        items,
        page: 1,
        pageSize: 20,
        total: items.length + 1,
        completeTo: items.at(-1)?.createdAt ?? null,
        unread: [],
      }),
    listSessionTasks: () => Promise.resolve(items),
  });
  const older = item("a", "2026-01-01T00:00:00Z");
  const newer = item("b", "2026-01-02T00:00:00Z");

  it("has the tasks of both versions, the newest first", async () => {
    const gateway = anyVersion(
      gatewayWith("internal", listing(older)),
      gatewayWith("internal", listing(newer)),
    );
    expect(await gateway.listTasks(1, 20, {})).toMatchObject({
      items: [newer, older],
      total: 4,
      // Of v4, there may be more between the two.
      completeTo: newer.createdAt,
      unread: [],
    });
    expect(await gateway.listSessionTasks(ID)).toEqual([newer, older]);
  });

  it("has those of one version where the other does not answer", async () => {
    const first = gatewayWith("upstream-timeout", listing(older));
    const gateway = anyVersion(first, gatewayWith("upstream-timeout"));
    expect(await gateway.listTasks(1, 20, {})).toMatchObject({ items: [older], unread: ["v4"] });
    const only = anyVersion(first, gatewayWith("key-rejected"));
    expect(await only.listTasks(1, 20, {})).toMatchObject({ items: [older], unread: [] });
    const second = gatewayWith("upstream-timeout", listing(newer));
    const other = anyVersion(gatewayWith("upstream-timeout"), second);
    expect(await other.listSessionTasks(ID)).toEqual([newer]);
    expect(await codeOf(other.listTasks(1, 20, {}))).toBe("upstream-timeout");
  });
});
