import { Writable } from "node:stream";
import pino from "pino";
import { expect, it } from "vitest";
import { HOSTILE_TEXTS } from "@/e2e/emulator/hostile-strings";
import { createLogger, errorFields, escapeLine } from "./logger";

/** What a logger with our hook writes. */
function written(fields: object, message: string): string {
  const parts: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      parts.push(String(chunk));
      done();
    },
  });
  pino({ base: null, hooks: { streamWrite: escapeLine } }, sink).warn(fields, message);
  return parts.join("");
}

it.each(HOSTILE_TEXTS.map((text) => [text]))("D14 writes one line of plain JSON for %j", (text) => {
  const line = written({ rawStatus: text, [text]: text }, text);
  expect(line.endsWith("\n")).toBe(true);
  const body = line.slice(0, -1);
  expect(body).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
  expect(JSON.parse(body)).toMatchObject({ level: 40 });
  expect(Buffer.from(body).toString()).toBe(body);
});

it("D14 takes nothing of an error's message, which may quote an agent", () => {
  const fields = errorFields(new TypeError("pwned\r\n{}"));
  expect(JSON.stringify(fields)).not.toContain("pwned");
});

it("writes the id of the request that is the cause, and none where there is no request", () => {
  const lines: string[] = [];
  const stream = {
    write: (line: string) => {
      lines.push(line);
    },
  };
  let id: string | null = "1f0c9f5e-0000-4000-8000-000000000000";
  const log = createLogger("info", () => id, stream);
  log.warn({ code: "upstream-timeout" }, "The upstream fails");
  id = null;
  log.info({}, "Nobody asked");
  const [first, second] = lines.map((line) => JSON.parse(line) as unknown);
  expect(first).toMatchObject({ requestId: "1f0c9f5e-0000-4000-8000-000000000000" });
  expect(second).not.toHaveProperty("requestId");
});
