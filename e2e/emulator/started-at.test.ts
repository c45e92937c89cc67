import { expect, it } from "vitest";
import { createEmulator } from "./server";
import { ask, field } from "./test-emulator";

it("goes on with the same run where an emulator that began earlier would be", async () => {
  const startedAt = Date.now() - 60_000;
  const readings: unknown[] = [];
  for (let start = 0; start < 2; start++) {
    const emulator = await createEmulator({ startedAt });
    const isRunning = (sample: { scenario: string; contract: string }) =>
      sample.scenario === "steps-1000" && sample.contract === "current";
    const taskId = emulator.samples.find(isRunning)?.taskId ?? "";
    const headers = { "X-Browser-Use-API-Key": emulator.key };
    const { body } = await ask(`${emulator.baseUrl}/tasks/${taskId}`, { headers });
    expect(field(body, "status")).toBe("started");
    expect(Array.isArray(field(body, "steps"))).toBe(true);
    expect(field(body, "steps", 4, "number")).toBe(5);
    readings.push([field(body, "id"), field(body, "startedAt"), field(body, "steps", 0, "memory")]);
    await emulator.close();
  }
  expect(readings[0]).toEqual(readings[1]);
});
