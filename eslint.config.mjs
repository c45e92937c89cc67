// @ts-check
import { defineConfig } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import house from "./eslint-rules/house.mjs";
import { layers } from "./eslint-rules/layers.mjs";

const TESTS = ["**/*.test.{ts,tsx,mjs}", "e2e/**"];

export default defineConfig(
  {
    ignores: [
      ".next/**",
      ".cache/**",
      "node_modules/**",
      "next-env.d.ts",
      "test-results/**",
      "e2e/emulator/record/sites/**",
    ],
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat["recommended-latest"],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { house },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/array-type": ["error", { default: "array", readonly: "array" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: false }],
      "house/kebab-case": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Read settings through lib/server/config/env.ts.",
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Texts are React text nodes; nothing here is trusted HTML.",
        },
        {
          selector:
            "CallExpression[callee.property.name='addEventListener'][arguments.0.value='message']",
          message: "No frame has anything to tell this page.",
        },
        {
          selector:
            "CallExpression[callee.property.name=/^(?:assign|replace)$/]:matches([callee.object.name='location'], [callee.object.property.name='location']):not([arguments.0.callee.name='addressOf'])",
          message: "The browser takes an address: addressOf(…) of a path of ours.",
        },
        {
          selector: "ImportDeclaration[source.value=/^(node:)?process$/]",
          message: "Read settings through lib/server/config/env.ts.",
        },
      ],
      eqeqeq: "error",
    },
  },
  ...layers,
  {
    files: ["lib/server/**/*.ts"],
    ignores: TESTS,
    rules: { "house/server-only-first": "error" },
  },
  {
    files: ["{app,components,lib}/**/*.{ts,tsx}"],
    ignores: TESTS,
    rules: { "house/whole-signs": "error" },
  },
  {
    files: [
      "lib/server/config/env.ts",
      // What the build writes in there is no setting of the start.
      "lib/contract/base-path.ts",
      "instrumentation.ts",
      "**/*.config.{ts,mjs}",
      "server/**",
      "scripts/**",
      "bench/**",
      "e2e/**",
      "test/seed-chance.ts",
    ],
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: ["server/**", "scripts/**", "bench/**", "e2e/**"],
    rules: { "no-console": "off", "no-restricted-syntax": "off" },
  },
  // Playwright hands fixtures over through a function called `use`.
  { files: ["e2e/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
  {
    files: ["**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
