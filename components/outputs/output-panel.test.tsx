import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { testContent } from "@/test/factories/content";
import OutputPanel from "./output-panel";

it("shows flags and suggestions of the judge, with hidden characters made visible", () => {
  const { task } = testContent({
    task: {
      judgeFlags: { reachedCaptcha: true, impossibleTask: true },
      suggestions: ["<b>Use a proxy</b>\u202Eabc"],
    },
  });
  const markup = renderToStaticMarkup(<OutputPanel task={task} />);
  expect(markup).toContain("a captcha was reached, and the task is impossible");
  expect(markup).toContain("&lt;b&gt;Use a proxy");
  expect(markup).not.toContain("\u202E");
});
