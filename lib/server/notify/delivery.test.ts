import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "@/test/upstream/server";
import { LONGEST_AGE_MS, pauseBeforeTry, resultOfTry, type Try } from "./delivery-policy";
import { DeliveryQueue } from "./delivery-queue";
import { createPostNotice } from "./post-notice";

describe("what follows from a try", () => {
  it.each<[Try["status"], string]>([
    [200, "delivered"],
    [204, "delivered"],
    [301, "refused"],
    [400, "refused"],
    [404, "refused"],
    [410, "refused"],
    [408, "retry"],
    [429, "retry"],
    [500, "retry"],
    [503, "retry"],
    ["timeout", "retry"],
    ["unreachable", "retry"],
  ])("%s: %s", (status, result) => {
    expect(resultOfTry({ status, retryAfterSeconds: null })).toBe(result);
  });

  it("a pause that doubles up to five minutes, shorter by chance, and never shorter than asked for", () => {
    const pauses = [1, 2, 3, 9, 10, 99].map((tries) => pauseBeforeTry(tries, null, 0));
    expect(pauses).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
    expect(pauseBeforeTry(3, null, 0.99)).toBeCloseTo(2020);
    expect(pauseBeforeTry(1, 30, 0.5)).toBe(30_000);
    expect(pauseBeforeTry(9, 1, 0)).toBe(256_000);
  });
});

const SECRET = "a secret of the test";

let server: TestServer;
let now: number;
let planned: { run: () => void; ms: number }[];
let tries: string[];
let ends: string[];
let queue: DeliveryQueue;

/** Statuses that the receiver answers, one after the other; the last one again and again. */
function answers(...statuses: (number | null)[]): void {
  server.answer = (_, response) => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0];
    if (status === null || status === undefined) response.destroy();
    else response.writeHead(status, { "retry-after": "7", location: "/elsewhere" }).end("ok");
  };
}

beforeEach(async () => {
  now = 1_000_000;
  planned = [];
  tries = [];
  ends = [];
  server = await startTestServer((_, response) => response.end());
  queue = new DeliveryQueue({
    post: createPostNotice(`${server.origin}/hook?token=1`, SECRET, () => now, 300),
    now: () => now,
    random: () => 0,
    later: (run, ms) => {
      const entry = { run, ms };
      planned.push(entry);
      return () => {
        planned = planned.filter((each) => each !== entry);
      };
    },
    onTry: ({ status }, result) => {
      tries.push(`${String(status)} ${result}`);
    },
    onExpired: () => tries.push("expired"),
  });
});

afterEach(() => server.close());

const add = (id: string) =>
  queue.add({ id, body: `{"id":"${id}"}`, at: now }, (end) => ends.push(`${id} ${end}`));
const settle = (count: number) => expect.poll(() => tries.length).toBe(count);
/** Time passes until what is planned is due. */
function wait(): number {
  const [next] = planned.splice(0, 1);
  if (next === undefined) throw new Error("Nothing is planned");
  now += next.ms;
  next.run();
  return next.ms;
}

describe("deliveries to a receiver", () => {
  it("are signed over time and body, and carry an id", async () => {
    const bodies: string[] = [];
    server.answer = (request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += String(chunk)));
      request.on("end", () => {
        bodies.push(body);
        response.end();
      });
    };
    add("a");
    await settle(1);
    expect(bodies).toEqual(['{"id":"a"}']);
    const { method, url, headers } = server.requests[0] ?? { headers: {} };
    expect([method, url]).toEqual(["POST", "/hook?token=1"]);
    const signed = createHmac("sha256", SECRET)
      .update(`1000.${bodies.join("")}`)
      .digest("hex");
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "x-sightglass-id": "a",
      "x-sightglass-timestamp": "1000",
      "x-sightglass-signature": `v1=${signed}`,
    });
    expect(JSON.stringify(headers)).not.toContain(SECRET);
  });

  it("are made one at a time and in order", async () => {
    const held: (() => void)[] = [];
    server.answer = (_, response) => held.push(() => response.end());
    for (const id of ["a", "b", "c"]) add(id);
    for (const count of [1, 2, 3]) {
      await expect.poll(() => held.length).toBe(count);
      expect([server.requests.length, queue.waiting]).toEqual([count, 4 - count]);
      held.at(-1)?.();
    }
    await settle(3);
    expect(ends).toEqual(["a delivered", "b delivered", "c delivered"]);
  });

  it("are tried again after a failure, as late as the receiver asks, and signed anew", async () => {
    answers(500, 429, 200);
    add("a");
    add("b");
    await settle(1);
    expect(wait()).toBe(7000);
    await settle(2);
    expect(wait()).toBe(7000);
    await settle(4);
    expect(tries).toEqual(["500 retry", "429 retry", "200 delivered", "200 delivered"]);
    const times = server.requests.map(({ headers }) => headers["x-sightglass-timestamp"]);
    expect(times).toEqual(["1000", "1007", "1014", "1014"]);
  });

  it("that are refused are given up, and no redirect is followed", async () => {
    answers(302, 404, 200);
    for (const id of ["a", "b", "c"]) add(id);
    await settle(3);
    expect(ends).toEqual(["a refused", "b refused", "c delivered"]);
    expect(server.requests.map(({ url }) => url)).toEqual(Array(3).fill("/hook?token=1"));
  });

  it("that get no answer are tried for an hour, in words that tell nothing of the address", async () => {
    answers(null);
    add("a");
    await settle(1);
    server.answer = () => undefined;
    wait();
    await settle(2);
    expect(tries).toEqual(["unreachable retry", "timeout retry"]);
    now += LONGEST_AGE_MS;
    wait();
    await settle(3);
    expect([tries.at(-1), ...ends, queue.waiting]).toEqual(["expired", "a expired", 0]);
  });

  it("wait in a queue that has an end", async () => {
    answers(503);
    const taken = Array.from({ length: 205 }, (_, index) => add(String(index)));
    expect(taken.filter((isTaken) => isTaken)).toHaveLength(200);
    await settle(1);
    expect(queue.waiting).toBe(200);
  });

  it("are tried once more when the process stops, and what does not arrive is left", async () => {
    answers(503, 200, 503, 200);
    for (const id of ["a", "b", "c"]) add(id);
    await settle(1);
    await queue.stop(5000);
    expect(ends).toEqual(["a delivered", "c delivered"]);
    expect([queue.waiting, planned, add("d")]).toEqual([1, [], false]);
  });

  it("do not keep a process that stops for longer than it has", async () => {
    server.answer = () => undefined;
    add("a");
    add("b");
    await expect.poll(() => server.requests.length).toBe(1);
    const stopped = queue.stop(50);
    wait();
    await stopped;
    expect([ends, queue.waiting, server.requests.length]).toEqual([[], 2, 1]);
  });
});
