import { expect, it } from "vitest";
import { repairedTaskPath } from "./repaired-path";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

it.each([
  [`${ID}.`, {}, `/tasks/${ID}`],
  [`${ID})`, { step: "4" }, `/tasks/${ID}?step=4`],
  [`${ID}%20`, { q: "a b", step: ["1", "2"] }, `/tasks/${ID}?q=a+b`],
  [`${ID}&step=3`, {}, `/tasks/${ID}?step=3`],
  [`${ID}%26step%3D3`, {}, `/tasks/${ID}?step=3`],
  [`${ID}_`, { view: "output" }, `/tasks/${ID}?view=output`],
  [`${ID.toUpperCase()}%2C`, {}, `/tasks/${ID}`],
])("%s leads to the task", (segment, query, path) => {
  expect(repairedTaskPath(segment, query)).toBe(path);
});

it.each([ID, "hello", `${ID}0`, `${ID},${ID.replace("3", "4")}`])("%s leads nowhere", (segment) => {
  expect(repairedTaskPath(segment, {})).toBeNull();
});
