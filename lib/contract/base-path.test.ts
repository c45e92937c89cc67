import { beforeEach, describe, expect, it, vi } from "vitest";

const BASE = "/tools/glass";
const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

/** The modules as a build for a base path has them. */
const builtFor = async (basePath: string) => {
  vi.stubEnv("SIGHTGLASS_BASE_PATH", basePath);
  const [basePathOfIt, routes, shareRoutes, signInReturn, storage] = await Promise.all([
    import("./base-path"),
    import("./routes"),
    import("./share-routes"),
    import("./sign-in-return"),
    import("@/lib/client/storage/storage-key"),
  ]);
  return { ...basePathOfIt, ...routes, ...shareRoutes, ...signInReturn, ...storage };
};

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

/** Every address or path that an object of routes makes. */
function made(routes: object): string[] {
  const asArguments = [[[ID]], [ID, 1, 160, "key"], [1, 160, "key"], [undefined]];
  return Object.values(routes).flatMap((make: unknown) => {
    if (typeof make === "object" && make !== null) return made(make);
    if (typeof make === "string") return [make];
    if (typeof make !== "function") return [];
    return asArguments.flatMap((given) => {
      try {
        return [String(Reflect.apply(make, null, given))];
      } catch {
        // Made of something else.
        return [];
      }
    });
  });
}

describe("with a base path", () => {
  it("every address that a browser takes carries it once", async () => {
    const { apiRoutes, taskRoutes, sharedTaskRoutes, shareRoutes } = await builtFor(BASE);
    const { page, landing, ...shareApi } = shareRoutes;
    for (const routes of [apiRoutes, taskRoutes(ID), sharedTaskRoutes("abc", true), shareApi]) {
      const addresses = made(routes);
      expect(addresses.length).toBeGreaterThan(3);
      for (const address of addresses) {
        expect(address).toMatch(/^\/tools\/glass\/(?:api|tasks|share)\b/);
        expect(address.split(BASE)).toHaveLength(2);
      }
    }
    expect([page("abc", 2), landing()]).toEqual(["/share/abc?step=2", "/share"]);
  });

  it("the paths of pages do not, as the framework's links and redirects add it", async () => {
    const { addressOf, pageRoutes } = await builtFor(BASE);
    for (const path of made(pageRoutes)) {
      expect(path).not.toContain(BASE);
      expect(addressOf(path).split(BASE)).toHaveLength(2);
    }
    expect(addressOf(pageRoutes.home())).toBe(BASE);
  });

  it("the way back after signing in is that of the page, and none outside", async () => {
    const { addressOf, pathAt, readReturn, returnOfPage, returnPath, signInPath } =
      await builtFor(BASE);
    const nothing = () => null;
    const to = returnOfPage(pathAt(`${BASE}/tasks/${ID}`), nothing);
    expect(addressOf(signInPath(to))).toBe(`${BASE}/sign-in?task=${ID}`);
    const read = (query: string) => (name: string) => new URLSearchParams(query).get(name);
    expect(addressOf(returnPath(readReturn(read(`task=${ID}&step=2`))))).toBe(
      `${BASE}/tasks/${ID}?step=2`,
    );
    for (const outside of ["/", "/other", `/other/tasks/${ID}`, `${BASE}/${BASE}/board`]) {
      expect(returnOfPage(pathAt(outside), nothing), outside).toEqual({ page: "home" });
      for (const name of ["to", "task"]) {
        const query = `${name}=${encodeURIComponent(outside)}`;
        const address = addressOf(returnPath(readReturn(read(query))));
        expect(address === BASE || address.startsWith(`${BASE}/tasks/`), query).toBe(true);
      }
    }
  });

  it("this browser keeps things under keys of its own", async () => {
    const { storageKey } = await builtFor(BASE);
    expect(storageKey("theme")).toBe("/tools/glass:theme");
  });
});

it("without a base path every address is its path", async () => {
  const { addressOf, apiRoutes, pathAt, storageKey, taskRoutes } = await builtFor("");
  for (const path of ["/", "/tasks/x?step=2", "/share"]) {
    expect(addressOf(path)).toBe(path);
    expect(pathAt(path)).toBe(path);
  }
  expect(apiRoutes.session()).toBe("/api/session");
  expect(taskRoutes(ID).page(2)).toBe(`/tasks/${ID}?step=2`);
  expect(storageKey("theme")).toBe("theme");
});
