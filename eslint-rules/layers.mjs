// @ts-check

const TESTS = ["**/*.test.{ts,tsx}"];
const AREAS = (
  "home task timeline step player live control outputs shell suspects handoff compare board " +
  "runs sign-in share print operations"
).split(" ");

/**
 * The rooms of each part of lib, and what each builds on. A room that is not here may import its own files alone.
 * @type {Readonly<Record<"domain" | "client" | "server", Readonly<Record<string, readonly string[]>>>>}
 */
export const ROOMS = {
  domain: {
    text: [],
    task: ["text"],
    changes: ["task", "text"],
    steps: ["changes", "task", "text"],
    freshness: ["steps", "task", "text"],
    suspects: ["changes", "freshness", "steps", "task", "text"],
    needs: ["freshness", "suspects", "task", "text"],
    compare: ["steps", "task", "text"],
    playback: ["text"],
    secrets: ["task", "text"],
    sharing: ["secrets", "task", "text"],
    handoff: ["secrets", "steps", "suspects", "task", "text"],
    facts: ["task", "text"],
    shortcuts: [],
  },
  client: {
    storage: [],
    url: [],
    browser: ["storage"],
    api: ["storage"],
    needs: ["api"],
    board: ["api", "browser"],
    runs: ["api"],
    task: ["api", "browser", "storage", "url"],
  },
  server: {
    config: [],
    observability: ["config"],
    assets: ["config"],
    upstream: ["config", "observability"],
    cluster: ["config", "observability", "upstream"],
    data: ["cluster"],
    "sign-in": ["cluster", "config", "data", "observability"],
    tasks: ["config", "observability", "upstream"],
    needs: ["data"],
    control: ["data", "observability", "tasks", "upstream"],
    "share-links": ["config", "data", "sign-in", "tasks", "upstream"],
    notify: ["cluster", "data", "tasks", "upstream"],
    http: ["config", "observability", "tasks"],
    media: ["assets", "config", "http", "tasks", "upstream"],
    files: ["assets", "http", "tasks", "upstream"],
    app: [
      "assets",
      "cluster",
      "config",
      "control",
      "data",
      "files",
      "http",
      "media",
      "needs",
      "notify",
      "observability",
      "share-links",
      "sign-in",
      "tasks",
      "upstream",
    ],
  },
};

const E2E = {
  regex: "^@/(e2e|test)/|(^|/)(e2e|test)/",
  message: "The product never imports its tests or the emulator.",
};
/** Pages that the development server alone has, and no build: `next.config.mjs` sees to that. */
const DEVELOPMENT_PAGES = "app/**/*.dev.tsx";
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
 * One row for each room of a part of lib.
 * @param {keyof typeof ROOMS} part
 * @param {{ regex: string, message: string }[]} forbidden
 */
function roomRows(part, forbidden) {
  return Object.entries(ROOMS[part]).map(([room, below]) => {
    const known = [room, ...below].join("|");
    const builtOn = below.length === 0 ? "nothing" : below.join(", ");
    const isPure = part === "domain";
    return {
      name: `${part}-${room}`,
      files: [`lib/${part}/${room}/**`],
      forbidden: [
        ...forbidden,
        {
          regex: isPure
            ? `^(?!\\./|@/lib/domain/(?:${known})/)`
            : `^@/lib/${part}/(?!(?:${known})/)`,
          message: isPure
            ? `lib/domain is pure; beside its own files, ${room} builds on ${builtOn}.`
            : `lib/${part}/${room} builds on ${builtOn} of lib/${part}.`,
        },
      ],
    };
  });
}

/**
 * The direction of imports, one row per layer:
 * app → components → lib/client → lib/contract → lib/domain, and app → lib/server → lib/contract → lib/domain.
 * @type {readonly { name: string, files: string[], ignores?: string[], forbidden: { regex: string, message: string }[] }[]}
 */
const TABLE = [
  ...roomRows("domain", []),
  {
    name: "contract",
    files: ["lib/contract/**"],
    forbidden: [
      {
        regex: "^(?!\\./|@/lib/domain/|@/server/base-path\\.mjs$)",
        message: "lib/contract imports lib/domain only, and what an address of ours begins with.",
      },
    ],
  },
  ...roomRows("client", [
    SERVER,
    E2E,
    CLIMBING,
    {
      regex: "^@/(components|app)/",
      message: "lib/client knows nothing of what is drawn with it.",
    },
  ]),
  ...roomRows("server", [E2E, CLIMBING, DRAWING]),
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
          "^@/(lib/domain/(?!text/(?:hidden-characters|truncate|grapheme-edges)$)|lib/contract/|components/)",
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
    ignores: [...TESTS, DEVELOPMENT_PAGES],
    forbidden: [E2E, CLIMBING],
  },
  {
    name: "development-pages",
    files: [DEVELOPMENT_PAGES],
    forbidden: [
      CLIMBING,
      {
        regex: "^@/e2e/|^@/test/(?!catalogue/)",
        message:
          "A page of the development server shows the catalogue, and nothing else of the tests.",
      },
    ],
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
