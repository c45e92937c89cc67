import { describe, expect, it } from "vitest";
import { codeOf, CONTRACTS, gatewayBench } from "@/test/upstream/gateway";
import { TASK_ID } from "@/test/upstream/task";

const bench = gatewayBench();

describe.each([...CONTRACTS, { contract: "v4" as const }])(
  "the gateway over a failing upstream, $contract contract",
  ({ contract }) => {
    const read = () => (contract === "v4" ? bench.runs : bench.gateway).getTask(TASK_ID, null);

    it.each([
      ["E01", 401, "key-rejected"],
      ["E02", 402, "credits-exhausted"],
      ["E03", 403, "key-rejected"],
      ["E04", 404, "task-not-found"],
      ["E07", 400, "upstream-refused"],
      ["E07", 405, "upstream-refused"],
      ["E07", 451, "upstream-refused"],
      ["E07", 410, "task-gone"],
      ["E06", 422, "bad-task-id"],
      ["E08", 429, "upstream-rate-limited"],
      ["E11", 500, "upstream-unavailable"],
      ["E11", 503, "upstream-unavailable"],
      ["E12", 204, "upstream-unavailable"],
      ["E21", 302, "upstream-unavailable"],
    ])("%s answers status %i as %s", async (_, status, code) => {
      bench.server.answer = (__, response) => {
        response.writeHead(status, { location: `${bench.server.origin}/elsewhere` });
        response.end();
      };
      expect(await codeOf(read())).toBe(code);
      expect(bench.server.requests.filter(({ url }) => url === "/elsewhere")).toEqual([]);
    });

    it.each([
      ["E13", "HTML with 200", "text/html", "<p>hello"],
      ["E13", "text labelled as such", "text/plain", "{}"],
      ["E13", "nothing", "application/json", ""],
      ["E13", "null", "application/json", "null"],
      ["E13", "a list", "application/json", "[]"],
      ["E14", "cut JSON", "application/json", '{"id":'],
      ["E13", "bottomless JSON", "application/json", `{"id":${"[".repeat(100_000)}`],
    ])("%s answers %s as unreadable", async (_, __, type, body) => {
      bench.server.answer = (___, response) => {
        response.writeHead(200, { "content-type": type });
        response.end(body);
      };
      expect(await codeOf(read())).toBe("upstream-invalid");
    });

    it("E18 E19 gives up on headers and bodies that do not come", async () => {
      Object.assign(bench.deadlines, { headersMs: 150, totalMs: 250 });
      bench.server.answer = () => undefined;
      expect(await codeOf(read())).toBe("upstream-timeout");
      bench.server.answer = (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write("{");
      };
      expect(await codeOf(read())).toBe("upstream-timeout");
    });
  },
);
