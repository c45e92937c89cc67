import { describe, expect, it } from "vitest";
import { CallQueue, NotCalled } from "./call-queue";

/** A call that ends when it is told to. */
function pending() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { done, end };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Queues calls for tasks viewed at these times behind one that is out, and tells in which order they ran. */
async function orderOf(viewed: readonly number[], mostWaiting: number) {
  const queue = new CallQueue(1, mostWaiting);
  const first = pending();
  const ran: number[] = [];
  const refused: number[] = [];
  const all = [
    queue.run(
      () => 0,
      () => first.done,
    ),
  ];
  for (const at of viewed) {
    const call = queue.run(
      () => at,
      () => Promise.resolve(void ran.push(at)),
    );
    all.push(
      call.catch((error: unknown) => {
        expect(error).toBeInstanceOf(NotCalled);
        refused.push(at);
      }),
    );
  }
  first.end();
  await Promise.all(all);
  return { ran, refused };
}

describe("the call queue", () => {
  it("runs no more calls at once than it may", async () => {
    const queue = new CallQueue(16, 1000);
    let running = 0;
    let most = 0;
    const calls = Array.from({ length: 200 }, () =>
      queue.run(
        () => 0,
        async () => {
          running += 1;
          most = Math.max(most, running);
          await settle();
          running -= 1;
        },
      ),
    );
    await Promise.all(calls);
    expect(most).toBe(16);
  });

  it("gives the next turn to the task viewed last", async () => {
    expect((await orderOf([3, 1, 5, 2, 4], 10)).ran).toEqual([5, 4, 3, 2, 1]);
  });

  it("refuses the task viewed longest ago when too many wait", async () => {
    expect(await orderOf([3, 1, 5, 2, 4], 3)).toEqual({ ran: [5, 4, 3], refused: [1, 2] });
  });

  it("goes on after a call that failed", async () => {
    const queue = new CallQueue(1, 10);
    const failing = queue.run(
      () => 0,
      () => Promise.reject(new Error("test")),
    );
    const next = queue.run(
      () => 0,
      () => Promise.resolve("next"),
    );
    await expect(failing).rejects.toThrow("test");
    expect(await next).toBe("next");
    expect(
      await queue.run(
        () => 0,
        () => Promise.resolve("later"),
      ),
    ).toBe("later");
  });
});
