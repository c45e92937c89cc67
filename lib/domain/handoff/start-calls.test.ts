import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { replaceLoneSurrogates } from "@/lib/domain/text/lone-surrogates";
import { curlCall, pythonCall, shellQuote, typescriptCall, type NewTask } from "./start-calls";

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        "\\",
        "$",
        "`",
        "$(id)",
        "!",
        "\n",
        "\r",
        "{{",
        "é",
        "😀",
        "\u2028",
      ),
      fc.string({ unit: "binary" }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

const task = (prompt: string): NewTask => ({
  api: "v2",
  prompt,
  model: "bu-2.0",
  startUrl: "https://a.example/?a='b'",
});

/** What a shell makes of some words. */
const shellWords = (words: string): string =>
  spawnSync("/bin/sh", ["-c", `printf '%s\\0' ${words}`], { encoding: "utf8" }).stdout;

it("a text comes through a shell as it is", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 20, maxLength: 20 }), (texts) => {
      const whole = texts.map((text) => replaceLoneSurrogates(text.replaceAll("\0", "")));
      expect(shellWords(whole.map(shellQuote).join(" "))).toBe(
        whole.map((text) => `${text}\0`).join(""),
      );
    }),
    { numRuns: 5 },
  );
});

it("curl is handed the prompt and the name of the key, never a command", () => {
  fc.assert(
    fc.property(nasty, (prompt) => {
      const call = curlCall(task(prompt));
      const words = shellWords(call.replace("$BROWSER_USE_API_KEY", "KEY")).split("\0");
      expect(words).toContain("X-Browser-Use-API-Key: KEY");
      expect(words).toContain("https://api.browser-use.com/api/v2/tasks");
      const body: unknown = JSON.parse(words[words.indexOf("--data-raw") + 1] ?? "");
      expect(body).toEqual({
        task: prompt,
        llm: "bu-2.0",
        startUrl: "https://a.example/?a='b'",
      });
    }),
    { numRuns: 20 },
  );
});

it("the calls of the SDKs hold the prompt as one literal on one line", () => {
  fc.assert(
    fc.property(nasty, (prompt) => {
      const [, python = ""] = /create\(\n {4}(".*"),\n/.exec(pythonCall(task(prompt))) ?? [];
      const [, typescript = ""] = / {2}task: (".*"),\n/.exec(typescriptCall(task(prompt))) ?? [];
      expect([JSON.parse(python), JSON.parse(typescript)]).toEqual([prompt, prompt]);
    }),
  );
});

it("a run of v4 is started as one of v4", () => {
  const run: NewTask = { ...task("Go on"), api: "v4" };
  expect(curlCall(run)).toContain("https://api.browser-use.com/api/v4/runs");
  expect(curlCall(run)).toContain(`'{"task":"Go on","model":"bu-2.0"}'`);
  expect(pythonCall(run)).toBe(
    `from browser_use_sdk.v4 import BrowserUse

client = BrowserUse()
run = client.runs.create(
    "Go on",
    model="bu-2.0",
)
print(run.id)`,
  );
  expect(typescriptCall(run)).toContain(`from "browser-use-sdk/v4"`);
});
