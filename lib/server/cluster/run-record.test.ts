import { expect, it } from "vitest";
import { EVENTS_OF_STEP, RUN_ID, stepEvents, wireEvent, wireRun } from "@/test/upstream/run";
import { runBench } from "@/test/upstream/run-bench";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { decodeRecord, encodeRecord, fromStorable, toStorable } from "./cluster-record";

const bench = runBench();

/** What another instance gets of an answer. */
function handedOver(upstream: UpstreamTask): UpstreamTask {
  const record = {
    kind: "task",
    tookMs: 5,
    finalForMs: null,
    upstream: toStorable(upstream),
  } as const;
  const decoded = decodeRecord(RUN_ID, encodeRecord(record));
  if (decoded?.kind !== "task") throw new Error("Refused");
  return fromStorable(decoded.upstream);
}

it("a run is read on by another instance from where one was, each time anew", async () => {
  const { events } = bench.world;
  const steps = (count: number) => {
    for (let step = 0; step < count; step += 1) {
      events.push(...stepEvents((events.at(-1)?.id ?? 0) + 1, `part-${String(events.length)}`));
    }
  };
  steps(40);
  let run = await bench.read(null);
  for (let turn = 0; turn < 5; turn += 1) {
    const readTo = run.run?.log.readTo ?? 0;
    steps(2);
    bench.asked();
    run = await bench.read(handedOver(run));
    const paths = bench.asked().filter((path) => !path.startsWith("/browsers"));
    // The run itself in the place of its status: what else it says is not handed over.
    expect(paths.sort()).toEqual(["/run", `/run/events?after=${String(readTo)}&limit=200`]);
    expect(run.steps).toHaveLength(42 + 2 * turn);
  }
  const end = (events.at(-1)?.id ?? 0) + 1;
  events.push(wireEvent(end, "run.completed"));
  bench.world.run = wireRun({ status: "completed", result: "Done" });
  run = await bench.read(handedOver(run));
  const anew = await bench.gateway.getTask(RUN_ID, null);
  expect([run.task, run.steps, run.screenshotUrls]).toEqual([
    anew.task,
    anew.steps,
    anew.screenshotUrls,
  ]);
  expect(events).toHaveLength(5 + 50 * EVENTS_OF_STEP);
});

it("a run of which a part is missing, or too much, is refused", async () => {
  bench.world.events.push(...stepEvents(5, "milk"));
  const upstream = toStorable(await bench.read(null));
  const good = { kind: "task", tookMs: 5, finalForMs: null, upstream } as const;
  expect(decodeRecord(RUN_ID, encodeRecord(good))).not.toBeNull();
  const { run } = upstream;
  for (const bad of [{}, { ...run, settledTo: -1 }, { ...run, facts: {} }, { ...run, more: 1 }]) {
    const text = JSON.stringify({ ...good, upstream: { ...upstream, run: bad } });
    expect(decodeRecord(RUN_ID, text)).toBeNull();
  }
});
