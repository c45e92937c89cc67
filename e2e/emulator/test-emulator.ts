import { afterAll, beforeAll } from "vitest";
import { createEmulator, type Emulator, type EmulatorOptions } from "./server";

/** One answer, with its body parsed where it is JSON. */
export type Answer = { status: number; headers: Headers; body: unknown; text: string };

/** An emulator for the tests of one file, and the calls they make. */
export function emulatorBench(options: EmulatorOptions = {}) {
  let emulator: Emulator | null = null;
  beforeAll(async () => {
    emulator = await createEmulator(options);
  });
  afterAll(() => emulator?.close());

  const running = (): Emulator => {
    if (emulator === null) throw new Error("The emulator runs in tests only");
    return emulator;
  };
  const control = (method: string, path: string, body?: unknown) =>
    ask(`${running().origin}/__emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  return {
    running,
    control,
    /** Asks the upstream, with the key unless other headers are given. */
    api: (path: string, init: RequestInit = {}) =>
      ask(running().baseUrl + path, {
        headers: { "X-Browser-Use-API-Key": running().key },
        ...init,
      }),
    /** Asks for what is below `/api/v4`, with the key; a body goes out as JSON. */
    v4: (path: string, method = "GET", body?: unknown) =>
      ask(running().v4BaseUrl + path, {
        method,
        headers: {
          "X-Browser-Use-API-Key": running().key,
          "content-type": "application/json",
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    /** The id of a sample run of v4. */
    sampleRun: (scenario: string) =>
      running().samples.find((each) => each.scenario === scenario && each.contract === "v4")
        ?.taskId ?? "",
    /** A fresh task of a scenario. */
    newTask: async (scenario: string, contract: string, more: object = {}) => {
      const { body } = await control("POST", "/tasks", { scenario, contract, ...more });
      return { taskId: String(field(body, "taskId")), sessionId: String(field(body, "sessionId")) };
    },
  };
}

/** Fetches an address and reads the whole answer. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  const body: unknown = isJson ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, body, text };
}

/** Follows keys and indexes into a body of unknown shape; `undefined` where there is nothing. */
export function field(body: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    body,
  );
}
