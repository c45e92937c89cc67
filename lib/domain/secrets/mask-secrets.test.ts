import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSecrets } from "./find-secrets";
import { findInTask, maskStep, maskTask } from "./mask-secrets";
import { maskSecret, maskText } from "./mask-text";
import { testContent } from "@/test/factories/content";

const KEY = ["sk", "proj", "q7Zt4Lx9Bv2Rk8Wd3Mp6"].join("-");

const content = testContent({
  task: {
    prompt: "Log in as ann@mail.example with the password hunter2.",
    output: `Made the key ${KEY}.`,
    verdict: { agent: true, judge: null, judgement: "Wrote to ann@mail.example." },
    files: [{ id: "1", name: "ann@mail.example.csv" }],
    metadata: { team: "shop", auth: { token: "abc", "ann@mail.example": [1, "x"] } },
  },
  steps: [
    {
      number: 3,
      memory: `Found ${KEY} and ${KEY}.`,
      evaluation: "Success - signed in.",
      nextGoal: "Sign in.",
      url: "https://ann:horse-42@shop.example/?token=abcdef",
      actions: [
        { name: "input_text", params: { index: 3, password: "horse", pin: 1234, text: "plain" } },
        { raw: '{"password": "horse' },
      ],
    },
  ],
});
const { task } = content;
const [step = raise()] = content.steps;

function raise(): never {
  throw new Error("The content has a step");
}

describe("a mask", () => {
  it("keeps first characters and the class of the length", () => {
    expect(maskSecret(KEY, "key")).toBe("sk-p••••••");
    expect(maskSecret("hunter2", "password")).toBe("•••");
    expect(maskSecret("correct horse", "password")).toBe("c••••••");
    expect(maskSecret(KEY.repeat(2), "token")).toBe("sk•••••••••");
  });

  it("stands in the place of the secret alone", () => {
    expect(maskText("Use https://a:b-secret@shop.example/?token=abcdef&x=1 now")).toBe(
      "Use https://a:b•••@shop.example/?token=•••&x=1 now",
    );
    const text = "Nothing to hide.";
    expect(maskText(text)).toBe(text);
  });
});

/** Texts in which secrets are likely, broken ones and masks too. */
const likelyTexts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        KEY,
        "password=",
        "password: ",
        '"token": "',
        "Bearer ",
        "://",
        "ann@mail.example",
        "eyJhbGciOiJ9.eyJzdWIiOiJ9.abc",
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        "•••",
        "•",
        "hunter2",
        "q7Zt4Lx9Bv2Rk8Wd3Mp6Hf5Q",
        " ",
        "&",
        '"',
        ":",
        "@",
        ".",
        "\n",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("masking a text", () => {
  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(likelyTexts, (text) => {
        const once = maskText(text);
        expect(maskText(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves nothing of a secret but its first characters", () => {
    fc.assert(
      fc.property(likelyTexts, (text) => {
        for (const { from, to, kind } of findSecrets(text)) {
          const secret = text.slice(from, to);
          expect(maskSecret(secret, kind).replace(/•+$/, "").length).toBeLessThanOrEqual(8);
          expect(to).toBeGreaterThan(from);
        }
        expect(maskText(text).includes(KEY)).toBe(false);
      }),
    );
  });

  it("finds secrets in order and apart from one another", () => {
    fc.assert(
      fc.property(likelyTexts, (text) => {
        let last = 0;
        for (const { from, to } of findSecrets(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeLessThanOrEqual(text.length);
          last = to;
        }
      }),
    );
  });
});

describe("masking a task", () => {
  it("reaches every text of the task and of its steps", () => {
    const masked = JSON.stringify([maskTask(task), maskStep(step)]);
    for (const secret of [KEY, "ann@mail", "hunter2.", "horse", "1234", "abcdef", '"abc"'])
      expect(masked, secret).not.toContain(secret);
    for (const kept of ["Log in as", "plain", "shop.example", "input_text", "Sign in.", task.id])
      expect(masked, kept).toContain(kept);
  });

  it("gives the same object back where there is nothing to mask, and the second time", () => {
    const plain = { ...step, memory: "", url: "https://shop.example/", actions: [] };
    expect(maskStep(plain)).toBe(plain);
    const once = { task: maskTask(task), step: maskStep(step) };
    expect(maskTask(once.task)).toBe(once.task);
    expect(maskStep(once.step)).toBe(once.step);
  });

  it("leaves keys that mean something elsewhere as they are", () => {
    const params = Object.fromEntries([["__proto__", KEY]]);
    const masked = maskStep({ ...step, actions: [{ name: "x", params }] });
    expect(JSON.stringify(masked.actions)).toBe(
      '[{"name":"x","params":{"__proto__":"sk-p••••••"}}]',
    );
    expect("polluted" in {}).toBe(false);
  });
});

describe("findInTask", () => {
  it("lists each secret once for its place, without telling it", () => {
    const found = findInTask(content);
    expect(found).toEqual(
      expect.arrayContaining([
        { where: { step: null, field: "prompt" }, kind: "email", preview: "a••••••" },
        { where: { step: null, field: "prompt" }, kind: "password", preview: "•••" },
        { where: { step: null, field: "output" }, kind: "key", preview: "sk-p••••••" },
        { where: { step: null, field: "files" }, kind: "email", preview: "a••••••" },
        { where: { step: null, field: "metadata" }, kind: "password", preview: "•••" },
        { where: { step: 3, field: "url" }, kind: "password", preview: "h•••" },
        { where: { step: 3, field: "actions" }, kind: "password", preview: "•••" },
      ]),
    );
    expect(found.filter(({ where }) => where.field === "memory")).toHaveLength(1);
    expect(JSON.stringify(found)).not.toMatch(/hunter2|horse|ann@/);
  });

  it("finds nothing in what was masked", () => {
    expect(findInTask({ task: maskTask(task), steps: [maskStep(step)] })).toEqual([]);
  });
});
