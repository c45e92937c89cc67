import { spawn, type ChildProcess } from "node:child_process";
import { freePort } from "../scripts/free-port.mjs";
import { sealedSettings } from "../scripts/sealed-settings.mjs";
import { API_KEY } from "./settings";

const HOST = "127.0.0.1";

/** An emulator and a product for one spec alone, which may kill the emulator and start it again. */
export type OwnServers = {
  product: string;
  emulator: string;
  /** Ends the emulator's process at once. */
  killEmulator: () => Promise<void>;
  /** Starts it again where it would be by now, and resolves once it answers. */
  restartEmulator: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts both on free ports: the product as it was built, with settings of the spec. */
export async function startOwnServers(
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnServers> {
  const startedAt = new Date().toISOString();
  const emulatorPort = String(await freePort());
  const emulator = `http://${HOST}:${emulatorPort}`;
  const emulatorArgs = ["--import", "tsx", "e2e/emulator/main.ts", "--port", emulatorPort];
  emulatorArgs.push("--key", API_KEY, "--started-at", startedAt, "--quiet");

  const startEmulator = async () => {
    const child = spawn(process.execPath, emulatorArgs, { stdio: "ignore" });
    await answered(`${emulator}/__emulator/scenarios`);
    return child;
  };
  let emulatorProcess = await startEmulator();
  const instance = await startInstance(emulator, settings);
  return {
    product: instance.product,
    emulator,
    killEmulator: () => ended(emulatorProcess, "SIGKILL"),
    restartEmulator: async () => {
      emulatorProcess = await startEmulator();
    },
    stop: async () => {
      await Promise.all([ended(emulatorProcess, "SIGKILL"), instance.stop()]);
    },
  };
}

/**
 * Starts one more product for an emulator that runs, with settings of the spec, on a free port unless they name one: as
 * it was built in `folder`.
 */
export async function startInstance(
  emulator: string,
  settings: Readonly<Record<string, string>>,
  folder = ".",
): Promise<Pick<OwnServers, "product" | "stop"> & { process: ChildProcess }> {
  const port = settings.PORT ?? String(await freePort());
  const product = `http://${HOST}:${port}`;
  const child = spawn(process.execPath, ["server/main.mjs", "--prod"], {
    stdio: "ignore",
    cwd: folder,
    env: {
      ...process.env,
      ...sealedSettings(),
      HOST,
      PORT: port,
      BROWSER_USE_API_KEY: API_KEY,
      BROWSER_USE_BASE_URL: `${emulator}/api/v2`,
      ...settings,
    },
  });
  await answered(`${product}/healthz`);
  return { product, process: child, stop: () => stopped(child) };
}

/** Ends a product without the time that it gives its viewers: by a second signal, which may not follow at once. */
function stopped(child: ChildProcess): Promise<void> {
  const again = setInterval(() => child.kill("SIGTERM"), 300);
  return ended(child, "SIGTERM").finally(() => {
    clearInterval(again);
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => {
      resolve();
    });
    child.kill(signal);
  });
}

async function answered(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer within a minute`);
}
