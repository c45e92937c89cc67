// @vitest-environment jsdom
import { act, cleanup, render } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { deferHydration } from "./defer-hydration";

/** What the server sends of the part below. */
const DRAWN = `<form><input value="milk"><select><option value="any">Any</option><option value="failed">Failed</option></select><details><summary>More</summary></details><button>Go</button></form>`;

type PartProps = { startQuery?: string; startChoice?: string };

function Part({ startQuery = "milk", startChoice = "any" }: PartProps) {
  const [query, setQuery] = useState(startQuery);
  const [choice, setChoice] = useState(startChoice);
  return (
    <form>
      <input
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
        }}
      />
      <select
        value={choice}
        onChange={({ target }) => {
          setChoice(target.value);
        }}
      >
        <option value="any">Any</option>
        <option value="failed">Failed</option>
      </select>
      <details>
        <summary>More</summary>
      </details>
      <button>Go</button>
      <output>{`${query} ${choice}`}</output>
    </form>
  );
}

/** A script that comes, or fails, when it is told to. */
function makeScript() {
  const asked: { come: () => void; fail: () => void }[] = [];
  const load = () =>
    new Promise<{ default: typeof Part }>((resolve, reject) => {
      asked.push({
        come: () => {
          resolve({ default: Part });
        },
        fail: () => {
          reject(new Error("No script"));
        },
      });
    });
  const end = (how: "come" | "fail") =>
    act(async () => {
      for (const one of asked.splice(0)) one[how]();
      await Promise.resolve();
    });
  return { load, end, asked: () => asked.length };
}

let page = document.createElement("div");

beforeEach(() => {
  page = document.createElement("div");
  page.innerHTML = `<div class="contents">${DRAWN}</div>`;
  document.body.append(page);
});
afterEach(() => {
  cleanup();
  page.remove();
});

const find = <K extends keyof HTMLElementTagNameMap>(name: K) => {
  const found = page.querySelector(name);
  if (found === null) throw new Error(`No ${name}`);
  return found;
};

it("leaves what the server drew as it is until its script comes, however often the page draws", async () => {
  const script = makeScript();
  const Deferred = deferHydration(script.load);
  const { rerender } = render(<Deferred />, { container: page, hydrate: true });
  const input = find("input");
  rerender(<Deferred />);
  expect(find("input")).toBe(input);
  await script.end("fail");
  rerender(<Deferred />);
  expect(find("form").outerHTML).toBe(DRAWN);
});

it("takes over what the reader did before its script came", async () => {
  const script = makeScript();
  const Deferred = deferHydration(script.load);
  render(<Deferred />, { container: page, hydrate: true });
  find("input").value = "bread";
  find("select").value = "failed";
  find("details").open = true;
  find("button").focus();
  await script.end("come");
  expect(find("output").textContent).toBe("bread failed");
  expect(find("details").open).toBe(true);
  expect(document.activeElement).toBe(find("button"));
});

it("takes over what the reader did also where its script was there before", async () => {
  const script = makeScript();
  const Deferred = deferHydration(script.load);
  const asked = Deferred.load();
  await script.end("come");
  await asked;
  find("input").value = "bread";
  render(<Deferred />, { container: page, hydrate: true });
  await script.end("come");
  expect(find("output").textContent).toBe("bread any");
});

it.each([
  ["the first of a choice", DRAWN, "failed"],
  ["another of a choice", DRAWN.replace('"failed"', '"failed" selected'), "any"],
])(
  "does not take what the server drew, such as %s, for the reader's doing",
  async (_, drawn, choice) => {
    const script = makeScript();
    const Deferred = deferHydration(script.load);
    page.innerHTML = `<div class="contents">${drawn}</div>`;
    render(<Deferred startQuery="bread" startChoice={choice} />, {
      container: page,
      hydrate: true,
    });
    await script.end("come");
    expect(find("output").textContent).toBe(`bread ${choice}`);
    expect([find("details").open, document.activeElement]).toEqual([false, document.body]);
  },
);

it("asks again for a script that failed, and then draws at once wherever it is used", async () => {
  const script = makeScript();
  const Deferred = deferHydration(script.load);
  render(<Deferred />, { container: page, hydrate: true });
  await script.end("fail");
  expect(script.asked()).toBe(0);
  const { container } = render(<Deferred />);
  expect([container.textContent, script.asked()]).toEqual(["", 1]);
  await script.end("come");
  expect(container.querySelector("output")?.textContent).toBe("milk any");
  expect(find("output").textContent).toBe("milk any");
  const third = render(<Deferred />).container;
  expect([third.querySelector("output")?.textContent, script.asked()]).toEqual(["milk any", 0]);
});

it("waits for what the part wants to have prepared, by what it is given", async () => {
  let prepare = (): void => undefined;
  const prepared: string[] = [];
  const Deferred = deferHydration<{ name: string }>(() =>
    Promise.resolve({
      default: ({ name }) => <output>{name}</output>,
      prepare: ({ name }) => {
        prepared.push(name);
        return new Promise<void>((resolve) => {
          prepare = resolve;
        });
      },
    }),
  );
  const { container } = render(<Deferred name="milk" />);
  await act(() => Promise.resolve());
  expect([container.textContent, prepared]).toEqual(["", ["milk"]]);
  await act(async () => {
    prepare();
    await Promise.resolve();
  });
  expect(container.textContent).toBe("milk");
});
