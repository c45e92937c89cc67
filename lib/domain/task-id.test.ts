import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTaskId, findTaskId, parseTaskId } from "./task-id";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const SESSION = "11111111-2222-4333-8444-555555555555";

describe("parseTaskId", () => {
  it("accepts a whole UUID in either case and answers it in lower case", () => {
    expect(parseTaskId(ID.toUpperCase())).toBe(ID);
  });

  it.each([
    "",
    " ",
    `${ID} `,
    `${ID}/../x`,
    ID.slice(1),
    ID.replaceAll("-", ""),
    "..%2f..%2fbilling",
  ])("refuses %j", (text) => {
    expect(parseTaskId(text)).toBeNull();
  });
});

describe("decodeTaskId", () => {
  it("decodes before it checks", () => {
    expect(decodeTaskId(ID.replace("3", "%33"))).toBe(ID);
  });

  it.each(["%GG", "%", "%00", "%2e%2e", "%252e%252e%252f"])("refuses %j", (segment) => {
    expect(decodeTaskId(segment)).toBeNull();
  });
});

describe("findTaskId", () => {
  it.each([
    ["a bare id", ID],
    ["an id in upper case", ID.toUpperCase()],
    ["spaces and line ends around it", `  ${ID}\r\n`],
    ["braces", `{${ID}}`],
    ["quotes", `"${ID}"`],
    ["no dashes", ID.replaceAll("-", "")],
    ["a link of the vendor", `https://cloud.browser-use.com/agent/${ID}?tab=live#x`],
    ["an address of the API", `https://api.browser-use.com/api/v2/tasks/${ID}/logs`],
    ["a log line", `[info] task_id=${ID} started`],
    ["Python's repr", `TaskView(id=UUID('${ID}'), status='started')`],
  ])("finds it in %s", (_, text) => {
    expect(findTaskId(text)).toMatchObject({ id: ID });
  });

  it("prefers the task over its session in an API answer, whatever the order", () => {
    expect(findTaskId(`{"sessionId":"${SESSION}","id":"${ID}"}`)).toMatchObject({ id: ID });
    expect(findTaskId(`{"id":"${ID}","sessionId":"${SESSION}"}`)).toMatchObject({ id: ID });
    expect(findTaskId(`session ${SESSION}, task ${ID}`)).toMatchObject({ id: ID });
  });

  it("keeps the step of a link of ours", () => {
    expect(findTaskId(`http://localhost:3000/tasks/${ID}?step=12`)).toEqual({ id: ID, step: 12 });
    expect(findTaskId(`http://localhost:3000/tasks/${ID}?view=step&step=3`)).toEqual({
      id: ID,
      step: 3,
    });
    expect(findTaskId(ID)).toEqual({ id: ID, step: null });
  });

  it.each([
    ["", "empty"],
    [" \n", "empty"],
    ["hello", "no-id"],
    [`${ID}0`, "no-id"],
    [`x${ID}`, "no-id"],
    ["x".repeat(1_000_001), "too-long"],
  ] as const)("says why there is none", (text, reason) => {
    expect(findTaskId(text)).toEqual({ id: null, reason });
  });

  it("finds any UUID between any words, and never answers anything else", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "z", " ", "\n", "/", "=", "€", '"') });
    fc.assert(
      fc.property(fc.uuid(), words, words, (id, before, after) => {
        expect(findTaskId(`${before} ${id} ${after}`)).toMatchObject({ id });
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = findTaskId(text);
        if (found.id !== null) expect(parseTaskId(found.id)).toBe(found.id);
      }),
    );
  });
});
