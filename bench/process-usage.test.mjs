// @ts-check
import process from "node:process";
import { describe, expect, it } from "vitest";
import { parseCpuSeconds, parsePeakMegabytes, readUsage } from "./process-usage.mjs";

describe("what a process uses", () => {
  it("reads the peak of memory in megabytes", () => {
    expect(parsePeakMegabytes("Name:\tnode\nVmHWM:\t  106496 kB\nVmRSS:\t  9 kB\n")).toBe(104);
  });

  it("reads user and system time, whatever the process is called", () => {
    const stat =
      "6629 (next-server (v1) S 6616 6616 1 0 -1 4194560 24 0 0 0 150 50 0 0 20 0 11 0 99";
    expect(parseCpuSeconds(stat)).toBe(2);
  });

  it("knows nothing where there is nothing to read", () => {
    expect(parsePeakMegabytes("")).toBeNull();
    expect(parseCpuSeconds("")).toBeNull();
    expect(readUsage(2 ** 30)).toEqual({ peakMegabytes: null, cpuSeconds: null });
  });

  it.runIf(process.platform === "linux")("reads this process", () => {
    const { peakMegabytes, cpuSeconds } = readUsage(process.pid);
    expect(peakMegabytes).toBeGreaterThan(10);
    expect(cpuSeconds).toBeGreaterThanOrEqual(0);
  });
});
