import { QueryClientProvider } from "@tanstack/react-query";
import { SearchParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { describe, expect, it } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import { markupOfAll } from "@/test/markup";
import { Catalogue } from "./catalogue";
import { PANELS } from "./panels";

describe("the catalogue of states", () => {
  it("has a name for every panel that no other has", () => {
    const names = PANELS.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
  });

  it("draws every state of every panel, and lets nothing of a hostile one run", async () => {
    const markup = await markupOfAll(
      <QueryClientProvider client={makeQueryClient()}>
        <SearchParamsContext value={new URLSearchParams()}>
          <Catalogue />
        </SearchParamsContext>
      </QueryClientProvider>,
    );
    for (const { title, states } of PANELS) {
      expect(markup).toContain(`>${title}</h2>`);
      expect(Object.keys(states).length).toBeGreaterThan(0);
    }
    expect(markup).toContain("window.pwned");
    expect(markup).not.toContain("<img src=x");
    expect(markup).not.toContain("\u202e");
  });
});
