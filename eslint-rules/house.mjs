// @ts-check
import { basename } from "node:path";

const KEBAB = /^(?:\[[\w.]+\]|[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** @type {import("eslint").Rule.RuleModule} */
const kebabCase = {
  meta: { type: "suggestion", schema: [] },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      if (!KEBAB.test(name))
        context.report({ node, message: `Name the file in kebab-case, not ${name}.` });
    },
  }),
};

/** @type {import("eslint").Rule.RuleModule} */
const serverOnlyFirst = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    Program(node) {
      const [first] = node.body;
      const isThere = first?.type === "ImportDeclaration" && first.source.value === "server-only";
      if (!isThere) {
        context.report({
          node,
          message: 'The first line of a file in lib/server is import "server-only".',
        });
      }
    },
  }),
};

/** Rules of this house that no plugin has. */
export default { rules: { "kebab-case": kebabCase, "server-only-first": serverOnlyFirst } };
