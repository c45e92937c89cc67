// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import type { NewShareLink, ShareLink } from "@/lib/contract/share-link";
import { useShareLinks } from "./use-share-links";

const WISH: NewShareLink = { scopes: ["steps"], lifetime: "1d", step: 3 };
const LINKS = "/api/tasks/1/share-links";

/** What the server keeps, what it was asked, and the code of a problem that it answers instead. */
let kept: ShareLink[] = [];
let asked: string[] = [];
let problem: string | null = null;
let baseUrl: string | null = null;
const client = makeQueryClient();

beforeEach(() => {
  vi.useFakeTimers();
  [kept, asked, problem, baseUrl] = [[], [], null, null];
  vi.stubGlobal("fetch", (path: string, init: { method?: string; body?: string }) => {
    const { method = "GET", body } = init;
    asked.push([method, path, body].filter((part) => part !== undefined).join(" "));
    return Promise.resolve(answerTo(method, path));
  });
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function answerTo(method: string, path: string): Response {
  if (problem !== null) return Response.json({ code: problem }, { status: 409 });
  if (method === "GET") return Response.json({ links: kept, durability: "kept", baseUrl });
  if (method === "DELETE") {
    const left = kept.filter((link) => path !== `${LINKS}/${link.id}`);
    const isGone = left.length === kept.length;
    kept = left;
    return isGone
      ? Response.json({ code: "share-not-found" }, { status: 404 })
      : new Response(null, { status: 204 });
  }
  const id = `link${String(asked.length)}`;
  const link = {
    id,
    scopes: WISH.scopes,
    step: WISH.step,
    createdAt: "",
    expiresAt: "",
    who: null,
  };
  kept = [link, ...kept];
  return Response.json({ link, path: `/share#${id}-token` }, { status: 201 });
}

/** Lets answers come. */
const settle = () => act(() => vi.advanceTimersByTimeAsync(0));

async function openDialog() {
  const { result, unmount } = renderHook(() => useShareLinks("1"), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  await settle();
  const doing = (what: () => void) => {
    act(what);
    return settle();
  };
  return {
    now: () => result.current,
    make: () =>
      doing(() => {
        result.current.make(WISH);
      }),
    revoke: (link: ShareLink) =>
      doing(() => {
        result.current.revoke(link);
      }),
    reload: () =>
      doing(() => {
        result.current.reload();
      }),
    unmount,
  };
}

it("lists a link that was made, and keeps its whole address, which nobody tells again", async () => {
  const { now, make } = await openDialog();
  expect([now().list?.links, now().made]).toEqual([[], null]);
  await make();
  const [first] = kept;
  expect(now()).toMatchObject({ list: { links: kept }, made: first, failure: null, isBusy: false });
  baseUrl = "https://watch.example";
  await make();
  await make();
  const addresses = Object.values(now().addresses);
  expect([kept.length, now().list?.links.length]).toEqual([3, 3]);
  expect(addresses[0]).toBe(`${window.location.origin}/share#${String(first?.id)}-token`);
  expect(addresses[2]).toBe(`https://watch.example/share#${String(kept[0]?.id)}-token`);
});

it("takes a revoked link off the list, and away from where it was shown as new", async () => {
  const { now, make, revoke } = await openDialog();
  await make();
  await make();
  const [newest, older] = kept;
  if (newest === undefined || older === undefined) throw new Error("Nothing was made.");
  await revoke(older);
  expect(now()).toMatchObject({ made: newest, list: { links: [newest] } });
  kept = [];
  await revoke(newest);
  expect(now()).toMatchObject({ made: null, list: { links: [] }, failure: null });
});

it("is busy from the press on, until the list is there that follows", async () => {
  const { now } = await openDialog();
  act(() => {
    now().make(WISH);
  });
  expect(now().isBusy).toBe(true);
  await settle();
  const made = `POST ${LINKS} ${JSON.stringify(WISH)}`;
  expect([now().isBusy, asked]).toEqual([false, [`GET ${LINKS}`, made, `GET ${LINKS}`]]);
});

it("says in words why a request failed, until one goes well", async () => {
  problem = "upstream-timeout";
  const { now, reload, make } = await openDialog();
  expect(now()).toMatchObject({ list: null, failure: "Browser Use Cloud is slow" });
  problem = null;
  await reload();
  expect(now()).toMatchObject({ list: { links: [] }, failure: null });
  problem = "too-many-share-links";
  await make();
  expect(now()).toMatchObject({ made: null, failure: "Too many share links", isBusy: false });
  problem = null;
  await make();
  expect(now()).toMatchObject({ made: kept[0], failure: null });
});

it("a link that is being made when the dialog is closed is made all the same", async () => {
  const { now, unmount } = await openDialog();
  act(() => {
    now().make(WISH);
  });
  unmount();
  await settle();
  expect(kept).toHaveLength(1);
});
