// @ts-check
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { listenProblem } from "./listen-problem.mjs";

it("names a taken port and the variable that moves it", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const address = holder.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const problem = await listenProblem("EMULATOR_PORT", "127.0.0.1", String(port));
  expect(problem).toContain(`Port ${String(port)} on 127.0.0.1 is taken`);
  expect(problem).toContain("EMULATOR_PORT=");
  holder.close();
  await once(holder, "close");
  expect(await listenProblem("PORT", "127.0.0.1", String(port))).toBeNull();
});

it.each(["", "abc", "-1", "70000", "3000.5"])("refuses %j as a port", async (port) => {
  expect(await listenProblem("PORT", "127.0.0.1", port)).toMatch(/^PORT should be a port number/);
});

it("tells a foreign address from a taken port", async () => {
  expect(await listenProblem("PORT", "192.0.2.1", "0")).toMatch(/Set HOST/);
});
