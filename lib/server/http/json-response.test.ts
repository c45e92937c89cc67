import { expect, it, vi } from "vitest";
import { JsonBody } from "@/lib/server/tasks/json-body";
import { jsonBodyOf, jsonResponse } from "./json-response";

it("says how many bytes the body has", async () => {
  const response = jsonResponse(new JsonBody({ a: "é" }), { "x-a": "b" });
  expect(response.headers.get("content-length")).toBe("10");
  expect(response.headers.get("x-a")).toBe("b");
  expect(await response.text()).toBe('{"a":"é"}');
});

it("writes a body once, however many ask for it, and hands it on as it is", async () => {
  const toJSON = vi.fn(() => ({ long: "a".repeat(5000) }));
  const body = new JsonBody({ toJSON });
  const [first, second] = [jsonResponse(body, {}), jsonResponse(body, {})];
  expect(await first.text()).toBe(await second.text());
  expect(jsonBodyOf(first)).toBe(body);
  expect(jsonBodyOf(new Response("{}"))).toBeNull();
  expect(await body.toGzip()).toBe(await body.toGzip());
  expect(body.toBytes()).toBe(body.toBytes());
  expect(toJSON).toHaveBeenCalledTimes(1);
});
