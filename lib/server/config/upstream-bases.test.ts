import { expect, it } from "vitest";
import { parseEnv } from "./env";
import { upstreamBases } from "./upstream-bases";

const CLOUD = "https://api.browser-use.com/api";
const EU = "https://api.eu.browser-use.com/api/v4";

it.each([
  [undefined, undefined, { v2: `${CLOUD}/v2`, v4: `${CLOUD}/v4` }],
  [undefined, "off", { v2: `${CLOUD}/v2`, v4: null }],
  [undefined, `${EU}/`, { v2: `${CLOUD}/v2`, v4: EU }],
  [EU, undefined, { v2: null, v4: EU }],
  [
    "http://127.0.0.1:4000/api/v2/",
    undefined,
    { v2: "http://127.0.0.1:4000/api/v2", v4: "http://127.0.0.1:4000/api/v4" },
  ],
  [
    "https://proxy.example/tasks",
    undefined,
    { v2: "https://proxy.example/tasks", v4: "https://proxy.example/api/v4" },
  ],
])("of BROWSER_USE_BASE_URL %s and BROWSER_USE_V4_BASE_URL %s", (base, apart, bases) => {
  const parsed = parseEnv({
    BROWSER_USE_API_KEY: "bu_1",
    ...(base === undefined ? {} : { BROWSER_USE_BASE_URL: base }),
    ...(apart === undefined ? {} : { BROWSER_USE_V4_BASE_URL: apart }),
  });
  expect(parsed.ok && upstreamBases(parsed.env)).toEqual(bases);
});

it.each(["no", "http://example.com/api/v4", "https://example.com/?a=1"])(
  "refuses %j as BROWSER_USE_V4_BASE_URL",
  (text) => {
    const parsed = parseEnv({ BROWSER_USE_API_KEY: "bu_1", BROWSER_USE_V4_BASE_URL: text });
    expect(!parsed.ok && parsed.problems.map(({ name }) => name)).toEqual([
      "BROWSER_USE_V4_BASE_URL",
    ]);
  },
);
