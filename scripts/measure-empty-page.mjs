// @ts-check
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { EMPTY_PAGE_FILE, firstLoadBytes, MEASURED_PACKAGES } from "./first-load.mjs";
import { freePort } from "./free-port.mjs";

const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");
const CLIENT = "@tanstack/react-query";
/** The least that polls: the packages and the settings of the product, and nothing of its own. */
const FILES = {
  "package.json": `{ "private": true, "type": "module" }`,
  "next.config.mjs": `export default { reactCompiler: true, turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
  // Without one of its own it would run the product's.
  "instrumentation.js": "export function register() {}",
  "app/layout.jsx": `
import { connection } from "next/server";
import { Providers } from "./providers";
export default async function Layout({ children }) {
  await connection();
  return <html lang="en"><body><Providers>{children}</Providers></body></html>;
}`,
  "app/providers.jsx": `"use client";
import { QueryClient, QueryClientProvider } from "${CLIENT}";
import { useState } from "react";
export function Providers({ children }) {
  const [client] = useState(() => new QueryClient());
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}`,
  "app/page.jsx": `
import { Poll } from "./poll";
export default function Page() { return <Poll />; }`,
  "app/poll.jsx": `"use client";
import { useQuery } from "${CLIENT}";
export function Poll() {
  const { data } = useQuery({
    queryKey: ["x"],
    queryFn: () => fetch("/x").then((answer) => answer.text()),
    refetchInterval: 1000,
  });
  return <p>{data}</p>;
}`,
};

/**
 * @param {string} origin
 * @param {number} attempts
 * @returns {Promise<number>}
 */
async function measure(origin, attempts) {
  try {
    return await firstLoadBytes(origin, "/");
  } catch (error) {
    if (attempts === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return measure(origin, attempts - 1);
  }
}

// In the project, where its packages are found.
const folder = mkdtempSync(".empty-page-");
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
try {
  mkdirSync(join(folder, "app"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  execFileSync(process.execPath, [NEXT, "build"], { cwd: folder, env, stdio: "inherit" });
  const port = String(await freePort());
  const server = spawn(process.execPath, [NEXT, "start", "-H", "127.0.0.1", "-p", port], {
    cwd: folder,
    env,
    stdio: "ignore",
  });
  try {
    const bytes = await measure(`http://127.0.0.1:${port}`, 100);
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const versions = Object.fromEntries(
      MEASURED_PACKAGES.map((name) => [name, dependencies[name]]),
    );
    writeFileSync(EMPTY_PAGE_FILE, `${JSON.stringify({ bytes, versions }, null, 2)}\n`);
    console.log(`An empty page loads ${String(bytes)} bytes. Written to ${EMPTY_PAGE_FILE}.`);
  } finally {
    server.kill();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
