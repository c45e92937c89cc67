import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noteServerTime, serverNow } from "@/lib/client/api/clock";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";

const HOUR = 3_600_000;
const SERVER = Date.parse("2026-03-29T00:30:00.400Z");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("the elapsed time of a running task", () => {
  const task = {
    status: "running",
    startedAt: "2026-03-29T00:00:00.000Z",
    finishedAt: null,
  } as const;
  const shown = () => elapsedSeconds(task, serverNow()) ?? 0;

  it.each([
    ["a client a day behind", -24 * HOUR],
    ["a client an hour ahead", HOUR],
    ["a client three seconds behind", -3000],
    ["a client that agrees", 0],
  ])("F05 is right to two seconds for %s", (_, wrongBy) => {
    vi.setSystemTime(SERVER + wrongBy);
    noteServerTime(new Date(SERVER).toUTCString());
    expect(Math.abs(shown() - 1800.4)).toBeLessThanOrEqual(2);
    vi.setSystemTime(SERVER + wrongBy + 10_000);
    expect(Math.abs(shown() - 1810.4)).toBeLessThanOrEqual(2);
  });

  it("F05 follows a client's clock that is set while the page is open", () => {
    vi.setSystemTime(SERVER);
    noteServerTime(new Date(SERVER).toUTCString());
    vi.setSystemTime(SERVER - 24 * HOUR);
    noteServerTime(new Date(SERVER + 1000).toUTCString());
    expect(Math.abs(shown() - 1801.4)).toBeLessThanOrEqual(2);
  });

  it.each(["Europe/Berlin", "America/New_York", "Asia/Kathmandu"])(
    "F05 is the same in %s, over the night that summer time begins",
    (zone) => {
      vi.stubEnv("TZ", zone);
      vi.setSystemTime(SERVER);
      noteServerTime(new Date(SERVER).toUTCString());
      expect(Math.abs(shown() - 1800.4)).toBeLessThanOrEqual(2);
      vi.setSystemTime(SERVER + HOUR);
      expect(Math.abs(shown() - 5400.4)).toBeLessThanOrEqual(2);
    },
  );
});
