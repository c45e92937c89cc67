import { describe, expect, it } from "vitest";
import { codeOf, CONTRACTS, gatewayBench } from "./test-gateway";
import { TASK_ID } from "./test-task";

const bench = gatewayBench();

describe.each(CONTRACTS)("the gateway over a failing upstream, $contract contract", () => {
  it.each([
    [401, "key-rejected"],
    [402, "credits-exhausted"],
    [403, "key-rejected"],
    [404, "task-not-found"],
    [410, "task-gone"],
    [422, "bad-task-id"],
    [429, "upstream-rate-limited"],
    [500, "upstream-unavailable"],
    [503, "upstream-unavailable"],
    [204, "upstream-unavailable"],
    [302, "upstream-unavailable"],
  ])("answers status %i as %s", async (status, code) => {
    bench.server.answer = (_, response) => {
      response.writeHead(status, { location: `${bench.server.origin}/elsewhere` });
      response.end();
    };
    expect(await codeOf(bench.gateway.getTask(TASK_ID))).toBe(code);
    expect(bench.server.requests.filter(({ url }) => url === "/elsewhere")).toEqual([]);
  });

  it.each([
    ["HTML with 200", "text/html", "<p>hello"],
    ["text labelled as such", "text/plain", "{}"],
    ["nothing", "application/json", ""],
    ["null", "application/json", "null"],
    ["a list", "application/json", "[]"],
    ["cut JSON", "application/json", '{"id":'],
    ["bottomless JSON", "application/json", `{"id":${"[".repeat(100_000)}`],
  ])("answers %s as unreadable", async (_, type, body) => {
    bench.server.answer = (__, response) => {
      response.writeHead(200, { "content-type": type });
      response.end(body);
    };
    expect(await codeOf(bench.gateway.getTask(TASK_ID))).toBe("upstream-invalid");
  });

  it("gives up on headers and bodies that do not come", async () => {
    Object.assign(bench.deadlines, { headersMs: 150, totalMs: 250 });
    bench.server.answer = () => undefined;
    expect(await codeOf(bench.gateway.getTask(TASK_ID))).toBe("upstream-timeout");
    bench.server.answer = (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{");
    };
    expect(await codeOf(bench.gateway.getTask(TASK_ID))).toBe("upstream-timeout");
  });
});
