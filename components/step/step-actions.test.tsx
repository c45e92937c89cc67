import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { parseAction } from "@/lib/domain/task/action";
import { StepActions } from "./step-actions";

it("an action that does not parse is shown as it came, the others by name and parameters", () => {
  const actions = ['{"click_element_by_index":{"index":12}}', "click(12"].map(parseAction);
  const markup = renderToStaticMarkup(<StepActions actions={actions} />);
  const texts = markup.replace(/<[^>]+>/g, "\n").split(/\n+/);
  expect(texts.filter((text) => text !== "")).toEqual([
    "Click element by index",
    "index",
    "12",
    "click(12",
  ]);
});
