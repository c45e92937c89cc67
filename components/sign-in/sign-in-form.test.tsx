// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SignInForm } from "./sign-in-form";

/** The passwords that the server was asked about, and what it answers. */
let asked: string[] = [];
let answer = () => Response.json({ code: "wrong-password" }, { status: 401 });

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = () => Response.json({ code: "wrong-password" }, { status: 401 });
  vi.stubGlobal("fetch", (_path: string, { body }: { body: string }) => {
    asked.push(body);
    return Promise.resolve(answer());
  });
  render(<SignInForm returnTo="/tasks/1" />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const field = () => screen.getByLabelText<HTMLInputElement>("Password");
const button = () => screen.getByRole<HTMLButtonElement>("button");
const problem = () => screen.getByRole("alert").textContent;
const type = (password: string) => fireEvent.change(field(), { target: { value: password } });
async function submit() {
  const { form } = field();
  if (form !== null) fireEvent.submit(form);
  await wait(1);
}
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it("asks the server about no empty password", async () => {
  await submit();
  expect([problem(), asked]).toEqual(["Enter the password first.", []]);
});

it("keeps a wrong password, selected, and says so", async () => {
  type("hunter");
  await submit();
  expect(asked).toEqual(['{"password":"hunter"}']);
  expect(problem()).toMatch(/^That is not the password/);
  expect([field().selectionStart, field().selectionEnd, button().textContent]).toEqual([
    0,
    6,
    "Sign in",
  ]);
});

it("asks once while an answer is on its way", async () => {
  type("hunter");
  const { form } = field();
  if (form === null) throw new Error("The field is in no form.");
  fireEvent.submit(form);
  fireEvent.submit(form);
  await wait(1);
  expect(asked).toHaveLength(1);
});

it("asks for nothing while the server looks at no password, counts down, and says when it does again", async () => {
  answer = () =>
    Response.json({ code: "sign-in-slowed" }, { status: 429, headers: { "retry-after": "3" } });
  type("hunter");
  await submit();
  expect([button().textContent, button().disabled]).toEqual(["Wait 3 s", true]);
  expect(problem()).toMatch(/^Too many wrong passwords were entered/);
  await submit();
  expect(asked).toHaveLength(1);
  await wait(3000);
  expect([button().textContent, problem()]).toEqual(["Sign in", "You can try again now."]);
  await submit();
  expect(asked).toHaveLength(2);
});
