// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { ApiError } from "@/lib/client/api/api-error";
import { useFullText } from "./use-full-text";

afterEach(cleanup);

type Asked = {
  signal: AbortSignal;
  resolve: (text: string) => void;
  reject: (error: unknown) => void;
};

/** A text that was cut; each time that it is asked for makes one more of `asked`. */
function openText() {
  const asked: Asked[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      asked.push({ signal, resolve, reject });
    });
  const { result, unmount } = renderHook(() => useFullText(load));
  return {
    asked,
    unmount,
    show: () => {
      act(() => {
        result.current.show();
      });
    },
    /** Lets the request of that number end. */
    end: (at: number, how: { text: string } | { error: unknown }) =>
      act(async () => {
        if ("text" in how) asked[at]?.resolve(how.text);
        else asked[at]?.reject(how.error);
        await Promise.resolve();
      }),
    full: () => result.current.full,
  };
}

it("asks for nothing until the reader does, and then shows it in full", async () => {
  const { asked, show, end, full } = openText();
  expect([asked, full()]).toEqual([[], { state: "cut" }]);
  show();
  expect(full()).toEqual({ state: "loading" });
  await end(0, { text: "all of it" });
  expect(full()).toEqual({ state: "full", value: "all of it" });
});

it.each([
  ["a problem of ours", new ApiError("step-not-found"), "No such step"],
  ["any other", new Error("upstream says"), "The answer of this server is unreadable"],
])("tells %s in our words, and can be asked again", async (_, error, words) => {
  const { show, end, full } = openText();
  show();
  await end(0, { error });
  expect(full()).toEqual({ state: "failed", words });
  show();
  await end(1, { text: "all of it" });
  expect(full()).toEqual({ state: "full", value: "all of it" });
});

it.each([
  ["a text", { text: "old" }],
  ["a failure", { error: new ApiError("offline") }],
])(
  "asked again, it waits for the newest answer alone, also when the one before brings %s",
  async (_, late) => {
    const { asked, show, end, full } = openText();
    show();
    show();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await end(0, late);
    expect(full()).toEqual({ state: "loading" });
    await end(1, { text: "new" });
    expect(full()).toEqual({ state: "full", value: "new" });
  },
);

it("a text that is left is not loaded to its end", () => {
  const { asked, show, unmount } = openText();
  show();
  unmount();
  expect(asked[0]?.signal.aborted).toBe(true);
});
