import { describe, expect, it } from "vitest";
import { toPageAddress } from "./page-address";

describe("toPageAddress", () => {
  it.each([
    ["https://www.example.com/a?b", "example.com", "https://www.example.com/a?b"],
    ["http://127.0.0.1:8080/", "127.0.0.1:8080", "http://127.0.0.1:8080/"],
    ["https://bank.example@evil.example/", "evil.example", "https://bank.example@evil.example/"],
    ["https://evil.example\\@good.example", "evil.example", "https://evil.example/@good.example"],
    ["https://аpple.com/", "xn--pple-43d.com", "https://xn--pple-43d.com/"],
  ])("shows the real host of %j", (url, label, href) => {
    expect(toPageAddress(url)).toEqual({ label, href });
  });

  it.each([
    ["", "No address"],
    ["about:blank", "Blank page"],
    ["data:,", "Blank page"],
    ["data:text/html,<p>", "Inline page"],
    ["chrome-error://chromewebdata/", "Browser error page"],
    ["javascript:alert(1)", "javascript: page"],
    ["  JaVaScRiPt:alert(1)", "javascript: page"],
    ["not a url", "Unreadable address"],
    ["/relative", "Unreadable address"],
  ])("gives %j a word and no link", (url, label) => {
    expect(toPageAddress(url)).toEqual({ label, href: null });
  });
});
