// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import fc from "fast-check";
import { beforeEach, expect, it, vi } from "vitest";
import {
  fakeAddressTimers,
  followAddress,
  goBack,
  leavePage,
  openAddress,
  UrlRouter,
} from "@/test/url-router";
import { changeUrlSearch, useUrlSearch } from "./url-search";

/** The least time between two writes to the address. */
const WRITE_INTERVAL_MS = 250;

fakeAddressTimers();
beforeEach(() => {
  openAddress("/tasks/1");
});

/** A part of the page that uses the query; answers how it reads it. */
function openPart() {
  const { result, unmount } = renderHook(() => useUrlSearch().toString(), { wrapper: UrlRouter });
  return { read: () => result.current, unmount };
}

const change = (parts: Record<string, string | null>, history: "push" | "replace" = "replace") => {
  act(() => {
    changeUrlSearch(parts, history);
  });
};
const wait = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};
const address = () => window.location.search;

it("a change is read at once in every part of the page, before the router knows of it", () => {
  const [one, other] = [openPart(), openPart()];
  change({ q: "milk" });
  expect([one.read(), other.read()]).toEqual(["q=milk", "q=milk"]);
  change({ step: "3" }, "push");
  expect([one.read(), other.read()]).toEqual(["q=milk&step=3", "q=milk&step=3"]);
});

it("changes of several parts in one moment build on each other and are written together", () => {
  openAddress("/tasks/1?view=files&step=2");
  const part = openPart();
  const replaceState = vi.spyOn(window.history, "replaceState");
  act(() => {
    changeUrlSearch({ q: "m" }, "replace");
    changeUrlSearch({ q: "mi", view: null }, "replace");
    changeUrlSearch({ outcome: "failure" }, "replace");
  });
  expect(part.read()).toBe("step=2&q=mi&outcome=failure");
  wait(WRITE_INTERVAL_MS - 1);
  expect(replaceState).toHaveBeenCalledTimes(1);
  wait(1);
  expect(replaceState).toHaveBeenCalledTimes(2);
  expect(address()).toBe("?step=2&q=mi&outcome=failure");
});

it("a change that changes nothing is not written", () => {
  openAddress("/tasks/1?q=%C3%A9,+x");
  openPart();
  const length = window.history.length;
  change({ q: "é, x", step: null }, "push");
  change({ step: null });
  wait(WRITE_INTERVAL_MS);
  expect([window.history.length, address()]).toEqual([length, "?q=%C3%A9,+x"]);
});

it("the address keeps its fragment and shows a list with its commas", () => {
  openAddress("/tasks/1#steps");
  openPart();
  change({ ids: "a,b", q: "%2C" });
  expect(window.location.href).toMatch(/\/tasks\/1\?ids=a,b&q=%252C#steps$/);
  change({ ids: null, q: null }, "push");
  expect(window.location.href).toMatch(/\/tasks\/1#steps$/);
});

it("a router that follows late takes nothing back", () => {
  const part = openPart();
  change({ q: "m" });
  change({ q: "mi" });
  followAddress();
  expect([address(), part.read()]).toEqual(["?q=m", "q=mi"]);
  wait(WRITE_INTERVAL_MS);
  change({ q: null });
  followAddress();
  expect([address(), part.read()]).toEqual(["?q=mi", ""]);
  wait(WRITE_INTERVAL_MS);
  followAddress();
  expect([address(), part.read()]).toEqual(["", ""]);
});

it("what was only to be replaced goes to the entry that a new one leaves", () => {
  const part = openPart();
  change({ q: "m" });
  change({ q: "mi" });
  change({ step: "3" }, "push");
  expect(address()).toBe("?q=mi&step=3");
  goBack();
  followAddress();
  expect([address(), part.read()]).toEqual(["?q=mi", "q=mi"]);
});

it("going back wins over what is not written yet, and is not written over later", () => {
  const part = openPart();
  change({ step: "3" }, "push");
  followAddress();
  change({ q: "m" });
  change({ q: "mi" });
  goBack();
  followAddress();
  wait(WRITE_INTERVAL_MS);
  expect([address(), part.read()]).toEqual(["", ""]);
});

it("the first change after going back builds on the entry come to, even before the router is there", () => {
  openAddress("/tasks/1?step=1");
  const part = openPart();
  change({ step: "2" }, "push");
  followAddress();
  goBack();
  change({ q: "m" });
  expect([address(), part.read()]).toEqual(["?step=1&q=m", "step=1&q=m"]);
});

it("a change taken back before it was written leaves the address to the router again", () => {
  const part = openPart();
  change({ q: "m" });
  followAddress();
  change({ q: "mi" });
  change({ q: "m" });
  wait(WRITE_INTERVAL_MS);
  openAddress("/tasks/1?step=9");
  expect(part.read()).toBe("step=9");
  change({ q: "x" });
  wait(WRITE_INTERVAL_MS);
  expect(address()).toBe("?step=9&q=x");
});

it.each(["push", "replace"] as const)("a %s that the browser refuses is made up for", (history) => {
  openAddress("/tasks/1?q=m");
  const part = openPart();
  change({ step: "3" }, "push");
  const write = vi.spyOn(window.history, `${history}State`).mockImplementationOnce(() => {
    throw new DOMException("Too often", "SecurityError");
  });
  change({ step: null }, history);
  followAddress();
  expect([address(), part.read()]).toEqual(["?q=m&step=3", "q=m"]);
  wait(WRITE_INTERVAL_MS);
  followAddress();
  expect([address(), part.read()]).toEqual(["?q=m", "q=m"]);
  write.mockClear();
  wait(WRITE_INTERVAL_MS);
  expect(write).not.toHaveBeenCalled();
});

it("a page that is left writes nothing to the address of the next one", () => {
  const part = openPart();
  change({ q: "m" });
  change({ q: "mi" });
  part.unmount();
  openAddress("/tasks/2?step=1");
  const next = openPart();
  wait(WRITE_INTERVAL_MS);
  expect([address(), next.read()]).toEqual(["?step=1", "step=1"]);
});

/** What a reader does, one after the other. */
const DEEDS = fc.oneof(
  fc.record({
    does: fc.constantFrom("push" as const, "replace" as const),
    name: fc.constantFrom("q", "step"),
    value: fc.constantFrom("1", "2", null),
  }),
  fc.record({ does: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ does: fc.constantFrom("follow" as const, "back" as const) }),
);
const asQuery = (search: string) => Object.fromEntries(new URLSearchParams(search));

it("whatever the reader does, page and address come to say the same, and then the router leads", () => {
  fc.assert(
    fc.property(fc.array(DEEDS, { maxLength: 25 }), (deeds) => {
      openAddress("/tasks/1?q=1");
      const part = openPart();
      let entries = [{ q: "1" } as Readonly<Record<string, string>>];
      const current = () => entries.at(-1) ?? {};
      for (const deed of deeds) {
        if (deed.does === "wait") wait(deed.ms);
        else if (deed.does === "follow") followAddress();
        else if (deed.does === "push" || deed.does === "replace") {
          change({ [deed.name]: deed.value }, deed.does);
          const { [deed.name]: before = null, ...rest } = current();
          const after = deed.value === null ? rest : { ...rest, [deed.name]: deed.value };
          const left = deed.does === "push" ? entries : entries.slice(0, -1);
          if (before !== deed.value) entries = [...left, after];
        } else if (entries.length > 1) {
          entries = entries.slice(0, -1);
          goBack();
          followAddress();
        }
        expect(asQuery(part.read())).toEqual(current());
      }
      wait(WRITE_INTERVAL_MS);
      expect(asQuery(address())).toEqual(current());
      followAddress();
      openAddress("/tasks/1?view=files");
      expect(part.read()).toBe("view=files");
    }),
    { plugins: [fc.afterEach(leavePage)] },
  );
});
