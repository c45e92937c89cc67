/** What a new task is started with, and the version of the API that the run before it belongs to. */
export type NewTask = {
  api: "v2" | "v4";
  prompt: string;
  model: string | null;
  /** A page to begin with, http or https. Tasks of v2 alone take one; others read it in their prompt. */
  startUrl: string | null;
};

const BASE = "https://api.browser-use.com/api";

/** The call that starts a task, for a shell. The key is that of the shell's environment. */
export function curlCall(task: NewTask): string {
  const path = task.api === "v2" ? "tasks" : "runs";
  return [
    `curl --fail-with-body -X POST ${BASE}/${task.api}/${path}`,
    `-H "X-Browser-Use-API-Key: $BROWSER_USE_API_KEY"`,
    `-H 'Content-Type: application/json'`,
    `--data-raw ${shellQuote(JSON.stringify(bodyOf(task)))}`,
  ].join(" \\\n  ");
}

/** The same with the vendor's SDK for Python, which takes the key from `BROWSER_USE_API_KEY`. */
export function pythonCall(task: NewTask): string {
  const { task: prompt, ...others } = bodyOf(task);
  const named = Object.entries(others).map(
    ([name, value]) => `    ${name === "startUrl" ? "start_url" : name}=${literal(value)},\n`,
  );
  const isTask = task.api === "v2";
  return [
    `from browser_use_sdk${isTask ? "" : ".v4"} import BrowserUse`,
    "",
    "client = BrowserUse()",
    `${isTask ? "task" : "run"} = client.${isTask ? "tasks" : "runs"}.create(\n    ${literal(prompt)},\n${named.join("")})`,
    `print(${isTask ? "task" : "run"}.id)`,
  ].join("\n");
}

/** The same with the vendor's SDK for TypeScript, which takes the key from `BROWSER_USE_API_KEY`. */
export function typescriptCall(task: NewTask): string {
  const fields = Object.entries(bodyOf(task)).map(
    ([name, value]) => `  ${name}: ${literal(value)},\n`,
  );
  const isTask = task.api === "v2";
  return [
    `import { BrowserUse } from "browser-use-sdk${isTask ? "" : "/v4"}";`,
    "",
    "const client = new BrowserUse();",
    `const ${isTask ? "task" : "run"} = await client.${isTask ? "tasks" : "runs"}.create({\n${fields.join("")}});`,
    `console.log(${isTask ? "task" : "run"}.id);`,
  ].join("\n");
}

/** A text as one word of a POSIX shell, whatever is in it but NUL, which no argument can hold. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

type Body = { task: string } & Partial<Record<"llm" | "model" | "startUrl", string>>;

/** Field names of `POST /tasks` of v2 and of `POST /runs` of v4. */
function bodyOf({ api, prompt, model, startUrl }: NewTask): Body {
  if (api === "v4") return { task: prompt, ...(model === null ? {} : { model }) };
  return {
    task: prompt,
    ...(model === null ? {} : { llm: model }),
    ...(startUrl === null ? {} : { startUrl }),
  };
}

/** What JSON writes as a text is one in Python and in TypeScript, too. */
function literal(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
