import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PROBLEM_TITLES } from "@/lib/contract/problem-titles";
import { isProblemCode } from "@/lib/contract/problem";
import TaskWithoutData from "./task-without-data";

const CODES = Object.keys(PROBLEM_TITLES).filter(isProblemCode);

it.each(CODES)("a first load that meets %s has its title, and a way on", (code) => {
  const markup = renderToStaticMarkup(
    <TaskWithoutData
      problem={{ code, retryAt: null, endsPolling: false }}
      isFetching={false}
      onRetry={() => undefined}
    />,
  );
  expect(markup).toMatch(new RegExp(`<h1[^>]*>${PROBLEM_TITLES[code]}</h1>`));
  expect(markup).toContain("Try again");
  expect(markup).toContain("Open another task");
});
