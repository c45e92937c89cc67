import { expect, it } from "vitest";
import { allowedLiveUrl } from "./live-url";

const RULES = {
  liveOrigins: ["https://live.browser-use.com"],
  baseUrl: "http://127.0.0.1:4010/api/v2",
  ownOrigins: ["http://127.0.0.1:3000"],
};

it.each([
  "https://live.browser-use.com/?wss=x",
  "http://127.0.0.1:4010/live/1",
  "http://127.0.0.1:9/",
  "https://127.0.0.1/",
])("allows %s", (url) => {
  expect(allowedLiveUrl(url, RULES)).toBe(url);
});

it.each([
  null,
  "",
  "/relative",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://live.browser-use.com/",
  "https://live.browser-use.com:8443/",
  "https://live.browser-use.com.evil.example/",
  "https://live.browser-use.com@evil.example/",
  "https://user:pass@live.browser-use.com/",
  "https://evil.example/",
  "http://127.0.0.1:3000/live",
  "ftp://127.0.0.1/",
  "http://localhost:4010/",
  // Pages of the dashboard, which deny to be framed.
  "https://cloud.browser-use.com/live?wss=x",
  "https://cloud.eu.browser-use.com/live?wss=x",
])("D24 refuses %j", (url) => {
  expect(allowedLiveUrl(url, RULES)).toBeNull();
});

it("wants https from the host of an https upstream", () => {
  const rules = { ...RULES, baseUrl: "https://api.example/v2" };
  expect(allowedLiveUrl("https://api.example:444/live", rules)).toBe(
    "https://api.example:444/live",
  );
  expect(allowedLiveUrl("http://api.example/live", rules)).toBeNull();
});
