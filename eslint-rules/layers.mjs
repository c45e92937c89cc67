// @ts-check

// The fault suite and the tests of share links call the routes over the emulator, from the outside, as all tests do.
const TESTS = ["**/*.test.{ts,tsx}", "lib/server/faults/**", "lib/server/shares/test-*.ts"];
const AREAS = [
  "home",
  "task",
  "timeline",
  "player",
  "live",
  "outputs",
  "shell",
  "suspects",
  "compare",
  "board",
  "sign-in",
  "share",
  "print",
];

const E2E = {
  regex: "^@/e2e/|(^|/)e2e/",
  message: "The product never imports its tests or the emulator.",
};
const SERVER = {
  regex: "^@/lib/server/",
  message: "lib/server holds secrets; the browser side asks our HTTP API.",
};
const DRAWING = {
  regex: "^@/(components|app|lib/client)/|^react(-dom)?($|/)",
  message: "lib/server draws nothing and knows nothing of the browser side.",
};
const CLIMBING = { regex: "^\\.\\./", message: "Import across folders by the alias @/." };

/** @param {string} area */
const otherAreas = (area) => ({
  regex: `^@/components/(${AREAS.filter((other) => other !== area).join("|")})/`,
  message: "Areas meet in components/task; share through components/ui or components/status.",
});

/**
 * The direction of imports, one row per layer:
 * app → components → lib/client → lib/contract → lib/domain, and app → lib/server → lib/contract → lib/domain.
 * @type {readonly { name: string, files: string[], ignores?: string[], forbidden: { regex: string, message: string }[] }[]}
 */
const TABLE = [
  {
    name: "domain",
    files: ["lib/domain/**"],
    forbidden: [
      { regex: "^(?!\\./)", message: "lib/domain is pure and imports nothing but itself." },
    ],
  },
  {
    name: "contract",
    files: ["lib/contract/**"],
    forbidden: [
      { regex: "^(?!\\./|@/lib/domain/)", message: "lib/contract imports lib/domain only." },
    ],
  },
  {
    name: "client",
    files: ["lib/client/**"],
    forbidden: [
      SERVER,
      E2E,
      CLIMBING,
      {
        regex: "^@/(components|app)/",
        message: "lib/client knows nothing of what is drawn with it.",
      },
    ],
  },
  { name: "server", files: ["lib/server/**"], forbidden: [E2E, CLIMBING, DRAWING] },
  ...AREAS.map((area) => ({
    name: `components-${area}`,
    files: [`components/${area}/**`],
    forbidden: [SERVER, E2E, CLIMBING, ...(area === "task" ? [] : [otherAreas(area)])],
  })),
  {
    name: "components-status",
    files: ["components/status/**"],
    forbidden: [SERVER, E2E, CLIMBING, otherAreas("status")],
  },
  {
    name: "ui",
    files: ["components/ui/**"],
    forbidden: [
      SERVER,
      E2E,
      CLIMBING,
      {
        regex:
          "^@/(lib/domain/(?!(?:hidden-characters|truncate|sign-edges)$)|lib/contract/|components/)",
        message:
          "components/ui has no domain words and imports no other area; of the domain, what any text needs.",
      },
    ],
  },
  {
    name: "route-handlers",
    files: ["app/**/route.ts"],
    forbidden: [
      E2E,
      CLIMBING,
      {
        regex: "^@/(components|lib/client)/",
        message: "A route handler is wiring over lib/server.",
      },
    ],
  },
  {
    name: "pages",
    files: ["app/**/*.tsx", "proxy.ts", "instrumentation.ts"],
    forbidden: [E2E, CLIMBING],
  },
  {
    name: "emulator",
    files: ["e2e/emulator/**"],
    ignores: [],
    forbidden: [
      {
        regex: "^@/|(^|/)(lib|app|components)/(?!.*node_modules)",
        message:
          "The emulator imports nothing of the product: shared code would agree with itself.",
      },
    ],
  },
  {
    name: "bench",
    files: ["bench/**"],
    forbidden: [
      {
        regex: "^@/|(^|/)\\.\\./(lib|app|components|e2e)/",
        message: "The benchmark meets product and emulator over HTTP, as viewers do.",
      },
    ],
  },
];

/**
 * The table as ESLint configuration. Tests may look across layers.
 * @type {import("eslint").Linter.Config[]}
 */
export const layers = TABLE.map(({ name, files, ignores = TESTS, forbidden }) => ({
  name: `layers/${name}`,
  files,
  ignores,
  rules: { "no-restricted-imports": ["error", { patterns: forbidden }] },
}));
