import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTaskId, findTaskIds, taskIdWithin } from "./find-task-id";
import { decodeTaskId, parseTaskId } from "./task-id";

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

describe("what is said to be the task's wins", () => {
  const OTHER = "22222222-3333-4444-9555-666666666666";
  const wrapped = `${ID.slice(0, 20)}\n${ID.slice(20)}`;
  it.each([
    [`Session ID: ${SESSION} Task ID: ${ID}`],
    [`Session ID: ${SESSION}\nTask ID: ${ID}`],
    [`Task ID: ${ID}\nSession ID: ${SESSION}`],
    [`task ${ID} (session ${SESSION})`],
    [`{"projectId":"${OTHER}","profileId":"${SESSION}","id":"${ID}"}`],
    [`{"id": "${ID}", "userId": "${OTHER}"}`],
    [`{'session_id': '${SESSION}', 'id': '${ID}'}`],
    [
      `{"session":{"id":"${SESSION}"},"task":{"id":"${ID}"}}`.replace(
        '"session":{"id"',
        '"sessionId":{"x"',
      ),
    ],
    [`taskId=${ID}&sessionId=${SESSION}`],
    [`sessionId=${SESSION}&taskId=${ID}`],
    [
      `HTTP/2 200\r\nx-request-id: ${OTHER}\r\ncontent-type: application/json\r\n\r\n{"id":"${ID}","sessionId":"${SESSION}"}`,
    ],
    [`< x-request-id: ${OTHER}\n<\n{"id":"${ID}"}`],
    [`trace_id=${OTHER} msg="started" task_id=${ID}`],
    [`https://cloud.browser-use.com/tasks/${ID}?session=${SESSION}`],
    [`**Task ID:** \`${ID}\`, **Session ID:** \`${SESSION}\``],
    [
      `| Session | ${SESSION} |\n| Task ID | ${ID} |`
        .replaceAll("| Session |", "Session:")
        .replaceAll("| Task ID |", "Task ID:"),
    ],
    [ID.replaceAll("-", "\u2011")],
    [ID.replaceAll("-", "\u2013")],
    [ID.replaceAll("-", "\u2014")],
    [ID.replaceAll("-", "\u2212")],
    [ID.replaceAll("-", "\uff0d")],
    [`\u200b${ID.slice(0, 12)}\u200b${ID.slice(12)}`],
    [wrapped],
    [`> ${ID.slice(0, 18)}\n> ${ID.slice(18)}`],
    [`The task\n${ID.slice(0, 9)}\r\n  ${ID.slice(9)} is over`],
    [`task_id=3D${ID}`],
    [`task_id=3D${ID.slice(0, 10)}=\n${ID.slice(10)}`],
    [`curl https://api.example/tasks/\\\n${ID}`],
    [`https%3A%2F%2Fcloud.browser-use.com%2Ftasks%2F${ID}%3Fstep%3D3`],
    [`https%253A%252F%252Fx%252Ftasks%252F${ID}`],
    [`Task: ${ID.replaceAll("-", "")}`],
    [`task_id=${ID.replaceAll("-", "").toUpperCase()}`],
    [`(${ID.replaceAll("-", "")})`],
    [`urn:uuid:${ID}`],
    [`<https://sight.example/tasks/${ID}>`],
    [`[task](http://127.0.0.1:3000/tasks/${ID})`],
    [`See http://127.0.0.1:3000/tasks/${ID}.`],
    [`TaskView(id=UUID('${ID}'), session_id=UUID('${SESSION}'))`],
    [`TaskView(session_id=UUID('${SESSION}'), id=UUID('${ID}'))`],
    [`project ${OTHER}: created task ${ID}`],
  ])("in %j", (text) => {
    expect(findTaskId(text)).toMatchObject({ id: ID });
  });

  it.each([
    `commit ${"a1b2c3d4".repeat(4)} is fine`,
    `etag "${"0123456789abcdef".repeat(2)}"`,
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  ])("and no hash is taken for one: %j", (text) => {
    expect(findTaskId(text)).toMatchObject({ id: null });
  });
});

describe("findTaskIds", () => {
  const [A, B, C] = [ID, SESSION, "22222222-3333-4444-9555-666666666666"];
  it.each([
    [`${A}\n${B}\n${C}`],
    [`${A} ${B} ${C}`],
    [`${A}, ${B} and ${C}`],
    [`- ${A}\n- ${B}\n- ${C}\n- ${A}`],
    [`http://x/tasks/${A} http://x/tasks/${B}?step=2, http://x/tasks/${C}`],
    [
      JSON.stringify({
        items: [A, B, C].map((id) => ({ id, sessionId: C, llm: "x" })),
        totalItems: 3,
      }),
    ],
    [
      JSON.stringify(
        [A, B, C].map((id) => ({ sessionId: "99999999-3333-4444-9555-666666666666", id })),
        null,
        2,
      ),
    ],
  ])("finds every task of %j", (text) => {
    expect(findTaskIds(text)).toEqual([A, B, C]);
  });

  it("finds none where there is none", () => {
    expect(findTaskIds("hello")).toEqual([]);
    expect(findTaskIds("")).toEqual([]);
  });
});

describe("taskIdWithin", () => {
  it.each(["_", ".", ")", "%20", "&step=3", ",", ">", "%22", "'", "]", "%3Fstep=3", "%E2%80%A6"])(
    "finds the id in a link with %s behind it",
    (sign) => {
      expect(taskIdWithin(`${ID}${sign}`)).toBe(ID);
    },
  );

  it("finds none in an id, in two, or in what is none", () => {
    for (const segment of [ID, `${ID},${SESSION}`, "hello", `${ID}0`, "", "%41".repeat(200)])
      expect(taskIdWithin(segment)).toBeNull();
  });
});
