// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { ShareLink } from "@/lib/contract/share-link";
import { ShareLinkList } from "./share-link-list";

afterEach(cleanup);

const link = (id: string, fields: Partial<ShareLink> = {}): ShareLink => ({
  id,
  scopes: ["status"],
  step: null,
  createdAt: "2026-03-01T12:00:00Z",
  expiresAt: "2026-03-02T12:00:00Z",
  who: null,
  ...fields,
});

function open(...links: ShareLink[]) {
  const onRevoke = vi.fn();
  render(<ShareLinkList links={links} addresses={{}} isBusy={false} onRevoke={onRevoke} />);
  return onRevoke;
}
const press = (name: string | RegExp) => {
  fireEvent.click(screen.getByRole("button", { name }));
};
const focused = () =>
  document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;

it("asks before a link is revoked, one link at a time", () => {
  const onRevoke = open(link("one"), link("two", { step: 3 }));
  press(/^Revoke the link .*step 3$/);
  expect(focused()).toBe("Revoke link");
  press(/^Revoke the link/);
  expect(screen.getAllByRole("group")).toHaveLength(1);
  press("Revoke link");
  expect(onRevoke.mock.calls).toEqual([[link("one")]]);
  expect(screen.queryByRole("group")).toBeNull();
});

it("gives the focus back when the link is kept", () => {
  const onRevoke = open(link("one"), link("two", { step: 3 }));
  press(/step 3$/);
  press("Keep");
  expect(focused()).toMatch(/^Revoke the link .*step 3$/);
  expect(onRevoke).not.toHaveBeenCalled();
});

it("says that there is none", () => {
  open();
  expect(screen.getByText("No active links")).toBeDefined();
});
