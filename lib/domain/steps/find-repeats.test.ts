import { describe, expect, it } from "vitest";
import { click, FAILED, inShort, ok, plain, suspectsOf, type ToldStep } from "@/test/factories/run";

describe("a loop", () => {
  const again = (count: number, went = "Failed"): ToldStep[] =>
    Array.from({ length: count }, () => ({ does: click(23), url: "https://a.example/list", went }));

  it("is named with its first and its last step", () => {
    const run = [...ok(2), ...again(4), ...ok(6), {}];
    const [first] = suspectsOf(FAILED, run);
    expect(first).toMatchObject({ kind: "repeated", step: 3 });
    expect(plain(first?.reason)).toBe(
      "“Click element 23” 4 times on one page, steps 3 to 6, 4 failed.",
    );
  });

  it("needs three times", () => {
    expect(inShort(FAILED, [...again(2, ""), ...ok(6), {}])).toEqual(["last-before-end 9"]);
    expect(inShort(FAILED, [...again(3, ""), ...ok(6), {}])[0]).toBe("repeated 1");
  });

  it("is none when each time brought something", () => {
    expect(inShort(FAILED, [...again(9, "Success"), ...ok(6), {}])).toEqual(["last-before-end 16"]);
  });

  it("is seen through the order of a query, campaign marks, and a place in the page", () => {
    const urls = [
      "https://a.example/list?a=1&b=2",
      "https://a.example/list?b=2&a=1",
      "https://A.example/list/?a=1&b=2&utm_source=x#top",
    ];
    const run = urls.map((url) => ({ does: click(1), url, went: "" }));
    expect(inShort(FAILED, [...run, ...ok(6), {}])[0]).toBe("repeated 1");
  });

  it("is none across different pages, nor where no address is recorded", () => {
    const on = (urls: readonly string[]) =>
      inShort(FAILED, [...urls.map((url) => ({ does: click(1), url })), ...ok(6), {}])[0];
    const page = (number: number) => `https://a.example/list?page=${String(number)}`;
    expect(on([page(1), page(2), page(3)])).toBe("last-before-end 10");
    expect(on(["", "", "", ""])).toBe("last-before-end 11");
    expect(on(["https://a.example/#/1", "https://a.example/#/2", "https://a.example/#/3"])).toBe(
      "last-before-end 10",
    );
  });

  it("is seen when it goes in a circle of several steps", () => {
    const circle = ["open", "look", "go_back"].map((name) => ({
      does: JSON.stringify({ [name]: {} }),
      url: "https://a.example/",
      went: "Unknown",
    }));
    const run = [...ok(1), ...circle, ...circle, ...circle, {}];
    expect(suspectsOf(FAILED, run)[0]).toMatchObject({ kind: "repeated", step: 2 });
    expect(suspectsOf(FAILED, run).filter(({ kind }) => kind === "repeated")).toHaveLength(1);
  });

  it("is patient with scrolling and waiting", () => {
    const scroll = { does: '{"scroll_down":{}}', url: "https://a.example/", went: "Unknown" };
    const times = (count: number) => Array.from({ length: count }, () => scroll);
    expect(inShort(FAILED, [...times(5), ...ok(6), {}])[0]).toBe("last-before-end 12");
    expect(inShort(FAILED, [...times(6), ...ok(6), {}])[0]).toBe("repeated 1");
  });

  it("names steps in a row without any action", () => {
    const idle = { does: "", url: "https://a.example/", went: "" };
    expect(suspectsOf(FAILED, [...ok(2), idle, idle, idle, ...ok(6), {}])[0]).toEqual({
      kind: "repeated",
      step: 3,
      reason: "No action in 3 steps in a row, steps 3 to 5.",
    });
  });

  it("says nothing of a run whose actions nobody recorded", () => {
    const idle = { does: "", url: "https://a.example/", went: "" };
    expect(inShort(FAILED, [idle, idle, idle, idle])).toEqual(["last-before-end 4"]);
  });

  it("takes the place of the failed steps in it", () => {
    expect(inShort(FAILED, [...ok(2), ...again(5), {}])).toEqual([
      "repeated 3",
      "last-before-end 8",
    ]);
  });
});

describe("the slowest step", () => {
  const slow = (seconds: number, usual = 9, count = 6): ToldStep[] => [
    ...Array.from({ length: count }, () => ({ seconds: usual, went: "Success" })),
    { seconds, went: "Success" },
    { seconds: usual },
  ];

  it("is named when it clearly stands out", () => {
    expect(suspectsOf(FAILED, slow(88))[0]).toEqual({
      kind: "slowest",
      step: 7,
      reason: "Took 88 s; a step usually takes 9 s.",
    });
  });

  it("is not for a few seconds, nor for less than three times the usual", () => {
    expect(inShort(FAILED, slow(26))).toEqual(["last-before-end 8"]);
    expect(inShort(FAILED, slow(15, 1))).toEqual(["last-before-end 8"]);
    expect(inShort(FAILED, slow(80, 30))).toEqual(["last-before-end 8"]);
  });

  it("is not without durations, or with too few to know what is usual", () => {
    expect(inShort(FAILED, ok(8))).toEqual(["last-before-end 8"]);
    expect(inShort(FAILED, slow(300, 9, 1))).toEqual(["last-before-end 3"]);
  });
});
