import { createHmac } from "node:crypto";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { NOTICE_EVENTS, NOTICE_FORMATS } from "@/lib/contract/notice";
import type { Task } from "@/lib/domain/task/task";
import { testContent } from "@/test/factories/content";
import { noticeOf } from "./notice";
import { noticeBody } from "./notice-body";
import { NOTHING_TOLD } from "./notice-policy";
import { signatureHeaders } from "./sign-notice";
import { standingOf } from "./standing";
import type { TaskNeed } from "./task-need";

const DOCUMENT = readFileSync("docs/notify.md", "utf8");
const NOW = Date.parse("2026-03-01T12:00:00Z");
const NEED: TaskNeed = {
  reason: "captcha",
  severity: "now",
  since: "2026-03-01T11:58:00.000Z",
  step: 12,
  isGuess: true,
  key: "captcha:12",
  title: "Waits at a captcha",
};

/** The first block of the document in a language. */
function blockOf(language: string): string {
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\n\`\`\``).exec(DOCUMENT)?.[1];
  if (block === undefined) throw new Error(`There is no ${language} in the document`);
  return block;
}

function noticeFor(task: Partial<Task>, need: TaskNeed | null = null, changes = 1) {
  const full = testContent({ task }).task;
  const standing = standingOf(full, need, NOTHING_TOLD, new Set(NOTICE_EVENTS));
  const publicBaseUrl = "https://sight.example/tools";
  return noticeOf({ task: full, need, standing, changes, count: 0, now: NOW, publicBaseUrl });
}

describe("a message", () => {
  it("has an id of its occasion: the same for whoever sends it, another for the next", () => {
    const { id } = noticeFor({});
    expect(noticeFor({ prompt: "Another text" }).id).toBe(id);
    expect(noticeFor({ status: "paused" }).id).not.toBe(id);
    expect(noticeFor({ id: "4c90c3cc-0d44-4b50-8888-8dd25736052a" }).id).not.toBe(id);
  });

  it("leads to the task, and to the step where somebody is needed", () => {
    const page = "https://sight.example/tools/tasks/3c90c3cc-0d44-4b50-8888-8dd25736052a";
    expect(noticeFor({}).link).toBe(page);
    expect(noticeFor({}, NEED).link).toBe(`${page}?step=12`);
  });

  it("masks what looks like a secret, also where the prompt is cut", () => {
    const key = "sk-proj-aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3z";
    for (const before of ["", "Log in and read the list of all orders of this month with "]) {
      const body = noticeBody(noticeFor({ prompt: `${before}${key}` }), "json");
      expect(body).toContain(before);
      expect(body).not.toContain("sk-proj-aB3dE");
    }
  });

  it("has nothing of a task but what is named", () => {
    const canary = "canary-of-the-task";
    const task: Partial<Task> = {
      output: canary,
      metadata: { note: canary },
      files: [{ id: canary, name: canary }],
      verdict: { agent: true, judge: false, judgement: canary },
      suggestions: [canary],
      rawStatus: canary,
      model: canary,
      cost: canary,
    };
    for (const format of NOTICE_FORMATS) {
      expect(noticeBody(noticeFor({ ...task, status: "failed" }), format)).not.toContain(canary);
    }
  });
});

describe("the JSON for programs", () => {
  // Our own document.
  const schema = z.fromJSONSchema(JSON.parse(blockOf("json")) as z.core.JSONSchema.JSONSchema);

  it.each([
    ["an end", noticeFor({ status: "finished", finishedAt: "2026-03-01T12:00:00Z" })],
    [
      "a verdict",
      noticeFor({ status: "failed", verdict: { agent: true, judge: false, judgement: "" } }),
    ],
    ["a pause", noticeFor({ status: "paused" }, null, 7)],
    ["a need", noticeFor({}, NEED)],
    ["a task that goes on", { ...noticeFor({}), link: null }],
  ])("is of the documented shape for %s", (_, notice) => {
    expect(schema.safeParse(JSON.parse(noticeBody(notice, "json")))).toMatchObject({
      success: true,
    });
  });

  it("is held to it", () => {
    const body: unknown = JSON.parse(noticeBody(noticeFor({}, NEED), "json"));
    for (const odd of [{ more: 1 }, { event: "other" }, { need: {} }, { id: 1 }]) {
      expect(schema.safeParse(Object.assign({}, body, odd)).success).toBe(false);
    }
  });
});

/** Every text in a JSON value that a reader sees or a program follows. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const HOSTILE = [
  "<!channel> <!here> <@U012AB3CD> <https://evil.example|Open the task> &lt;!everyone&gt;",
  "@everyone @here <@&123> <@123> <#1> <:a:1> [Open the task](https://evil.example)",
  "**bold** `code` ||spoiler|| ~~x~~ > quote # head https://evil.example discord.gg/x",
  "[click](https://evil.example) ![x](https://evil.example/x.png) {{DATE(2020-01-01)}} ${x} <at>You</at>",
  "a\u202egpj.exe \u200b\u0000 \ud83d line\nbreak",
  "\\@everyone \\\\<!channel> \\[a](https://evil.example)",
];

describe.each(NOTICE_FORMATS)("a hostile prompt in %s", (format) => {
  it.each(HOSTILE)("stays a text: %j", (prompt) => {
    const body: unknown = JSON.parse(noticeBody(noticeFor({ prompt }, NEED), format));
    expect(JSON.stringify(body)).not.toMatch(/\u202e|\u200b|\\ud83d|\\u0000/);
    const texts = textsIn(body);
    if (format === "slack") {
      const markup =
        JSON.stringify(body).match(/"type":"mrkdwn","verbatim":true,"text":"([^"]*)"/g) ?? [];
      expect(markup).toHaveLength(1);
      expect(markup[0]).not.toContain("evil");
      const own = /^<https:\/\/sight\.example[^>]*\|Open the task>$/;
      expect(texts.filter((text) => !own.test(text)).join("")).not.toMatch(/[<>]/);
      expect(body).toHaveProperty("text", "Task needs a person: Waits at a captcha");
    }
    if (format === "discord") {
      expect(body).toMatchObject({ allowed_mentions: { parse: [] }, flags: 4 });
      const own = /^\*\*|\*\*$|^\[Open the task\]\(<https:\/\/sight\.example[^>]*>\)$/gm;
      const content = texts[0]?.replaceAll(own, "").replaceAll(/\\[!-/:-@[-`{-~]/g, "") ?? "";
      expect(content).not.toMatch(/[!-/:-@[-`{-~]/);
    }
    if (format === "teams") {
      const kinds = JSON.stringify(body).match(/"type":"\w+"/g) ?? [];
      expect(kinds).not.toContain('"type":"TextBlock"');
      expect(texts.join(" ")).not.toMatch(/\{\{|\$\{/);
      expect(
        JSON.stringify(body)
          .match(/"url":"[^"]*"/g)
          ?.join(),
      ).toMatch(/^"url":"https:\/\/sight\.example[^,]*$/);
    }
  });
});

it("every message is short enough for every chat, whatever the prompt", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (prompt) => {
      for (const format of NOTICE_FORMATS) {
        const body: unknown = JSON.parse(noticeBody(noticeFor({ prompt }, NEED, 9), format));
        for (const text of textsIn(body)) expect(text.length).toBeLessThan(2000);
      }
    }),
    { numRuns: 50 },
  );
});

describe("the verification that the document shows", () => {
  const secret = "a secret of the test";
  const body = '{"prompt":"Grüße"}';
  const at = Date.now();
  const cases = [
    { headers: signatureHeaders(body, secret, at), body, isGood: true },
    { headers: signatureHeaders(body, secret, at), body: `${body} `, isGood: false },
    { headers: signatureHeaders(body, "another", at), body, isGood: false },
    { headers: signatureHeaders(body, secret, at - 400_000), body, isGood: false },
    { headers: {}, body, isGood: false },
  ];

  it("is right in JavaScript", () => {
    const script = `${blockOf("js")}
      for (const { headers, body } of ${JSON.stringify(cases)}) console.log(isFromSightglass(headers, body, ${JSON.stringify(secret)}));`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script]);
    expect(String(stdout).trim().split("\n")).toEqual(cases.map(({ isGood }) => String(isGood)));
  });

  it.skipIf(spawnSync("python3", ["--version"]).status !== 0)("is right in Python", () => {
    const script = `${blockOf("python")}
import json, sys
for case in json.load(sys.stdin):
    print(is_from_sightglass(case["headers"], case["body"].encode(), ${JSON.stringify(secret)}))`;
    const { stdout } = spawnSync("python3", ["-c", script], { input: JSON.stringify(cases) });
    const told = String(stdout).trim().toLowerCase().split("\n");
    expect(told).toEqual(cases.map(({ isGood }) => String(isGood)));
  });

  it("is HMAC-SHA-256 over the time in seconds, a full stop and the body", () => {
    const expected = createHmac("sha256", secret).update(`1.${body}`).digest("hex");
    expect(signatureHeaders(body, secret, 1999)).toEqual({
      "x-sightglass-timestamp": "1",
      "x-sightglass-signature": `v1=${expected}`,
    });
  });
});
