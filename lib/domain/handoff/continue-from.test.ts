import { describe, expect, it } from "vitest";
import { testContent } from "@/test/factories/content";
import { shopRun } from "@/test/factories/shop-run";
import { continueFrom } from "./continue-from";

describe("a task that goes on", () => {
  const content = shopRun();
  const going = continueFrom(content, 4);

  it("carries the task, the address, the memory, what was done and what failed", () => {
    const text = going?.text ?? "";
    expect(text).toContain("another run left at step 4 of 6");
    expect(text).toContain("Put waterproof walking boots of size 42");
    expect(text).toContain("https://www.fernweg.example/search?q=walking+boots&sort=price");
    expect(text).toContain("Tarn Mid is sold out in 42.");
    expect(text).toContain("step 3: #3 [failed] fernweg.example");
    expect(text).toContain("size 42 is sold out, and the button does nothing");
    expect(text).not.toContain("Fell Low of size 42 into the cart");
  });

  it("starts at the page, with the same model, in the API that the run is of", () => {
    expect(going?.task).toMatchObject({
      api: "v2",
      model: "bu-2.0",
      startUrl: "https://www.fernweg.example/search?q=walking+boots&sort=price",
    });
    expect(continueFrom(content, 99)).toBeNull();
  });

  it.each([
    ["https://a.example/x?token=abcdef123", "https://a.example/x"],
    ["https://a:b-secret-1@a.example/x", "https://a.example/x"],
    [`https://a.example/x?q=${"a".repeat(3000)}`, "https://a.example/x"],
    ["javascript:alert(1)", null],
    ["about:blank", null],
  ])("of the address %s takes %j", (url, startUrl) => {
    expect(continueFrom(testContent({ steps: [{ url }] }), 1)?.task.startUrl).toBe(startUrl);
  });
});
