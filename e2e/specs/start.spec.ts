import { spawn } from "node:child_process";
import { freePort } from "../../scripts/free-port.mjs";
import { sealedSettings } from "../../scripts/sealed-settings.mjs";
import { expect, test } from "../fixtures";
import { API_KEY } from "../settings";

/** Starts the product with settings that it should refuse; its exit code and all it says. */
async function start(settings: Record<string, string>): Promise<{ code: number; words: string }> {
  const PORT = String(await freePort());
  const child = spawn(process.execPath, ["server/main.mjs", "--prod"], {
    env: { ...process.env, ...sealedSettings(), PORT, BROWSER_USE_API_KEY: API_KEY, ...settings },
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      words += String(chunk);
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once("exit", (exitCode) => {
      resolve(exitCode ?? -1);
    });
  });
  return { code, words };
}

test("A12 the server does not open itself to others without a word about who may watch", async () => {
  const { code, words } = await start({ HOST: "0.0.0.0" });
  expect(code).toBe(1);
  expect(words).toContain("HOST:");
  expect(words).toContain("ACCESS_PASSWORD");
  expect(words).not.toContain("Ready");
});

test("A13 a bad key, password or address stops the start, and none is printed", async () => {
  const settings = {
    BROWSER_USE_API_KEY: "two lines\ncanary",
    ACCESS_PASSWORD: "canary",
    PUBLIC_BASE_URL: "canary.example",
  };
  const { code, words } = await start(settings);
  expect(code).toBe(1);
  for (const name of Object.keys(settings)) expect(words).toContain(`${name}:`);
  expect(words).not.toContain("canary");
});
