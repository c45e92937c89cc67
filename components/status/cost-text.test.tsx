// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { boardTask } from "@/test/factories/board";
import CostText from "./cost-text";

const NOW = Date.parse("2026-03-01T12:00:00.000Z");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function open(cost: string | null, costWarnUsd: string | null) {
  const startedAt = new Date(NOW - 50_000).toISOString();
  const task = boardTask({ cost, startedAt });
  const { container } = render(<CostText {...{ task, costWarnUsd, renderedAt: NOW }} />);
  return () => container.textContent;
}

it("says what a task has cost, and a minute after its start what it costs a minute", () => {
  const text = open("0.30", "5");
  expect(text()).toBe("$0.30");
  act(() => {
    vi.advanceTimersByTime(10_000);
  });
  expect(text()).toBe("$0.30, about $0.30 a minute");
});

it("warns from the line on that the operator set, and says that nothing is stopped", () => {
  const text = open("5.00", "5");
  expect(text()).toBe("$5.00 (over $5.00)");
  expect(screen.getByTitle("Nothing is stopped because of this.")).toBeDefined();
});

it("draws nothing for a cost that nobody said", () => {
  expect(open(null, "5")()).toBe("");
});
