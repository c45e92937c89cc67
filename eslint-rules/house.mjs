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

/** What we make ourselves of ASCII alone may be cut anywhere: ids, hashes, times. */
const OWN_NAME = /^(?:id|hex|iso|utc|\w*Id|digest)$/;

/** @typedef {NonNullable<ReturnType<import("eslint").SourceCode["getNodeByRangeIndex"]>>} Node */

/**
 * @param {Node | undefined} node
 * @returns {string}
 */
const nameOf = (node) => {
  if (node?.type === "Identifier") return node.name;
  if (node?.type === "CallExpression") return nameOf(node.callee);
  return node?.type === "MemberExpression" ? nameOf(node.property) : "";
};

/** A length that was chosen, rather than a place that was found in the text. */
const CHOSEN_LENGTH = /\d|\b(?:[A-Z][A-Z_]+|limit|longest|most)\b/;

/** @type {import("eslint").Rule.RuleModule} */
const wholeSigns = {
  meta: { type: "problem", schema: [] },
  create: (context) => {
    /** @param {Node | undefined} length */
    const isChosen = (length) =>
      length !== undefined &&
      length.type !== "CallExpression" &&
      CHOSEN_LENGTH.test(context.sourceCode.getText(length));
    return {
      CallExpression(node) {
        const { callee, arguments: given } = node;
        if (callee.type !== "MemberExpression" || OWN_NAME.test(nameOf(callee.object))) return;
        const [from, to] = given;
        const isBeginning =
          from?.type === "Literal" &&
          from.value === 0 &&
          to?.type !== "UnaryExpression" &&
          isChosen(to);
        const isEnd = to === undefined && from?.type === "UnaryExpression" && isChosen(from);
        const isCut = nameOf(callee) === "slice" && (isBeginning || isEnd);
        const isOld = /^substr(?:ing)?$/.test(nameOf(callee));
        if (!isCut && !isOld) return;
        const { getTypeAtLocation } = context.sourceCode.parserServices;
        // The flag of TypeScript for texts, literal ones too.
        if ((getTypeAtLocation(callee.object).flags & (4 | 128)) === 0) return;
        context.report({
          node,
          message: "Cut a text with truncate or beginningOf, which never cut inside a sign.",
        });
      },
    };
  },
};

/** Rules of this house that no plugin has. */
export default {
  rules: {
    "kebab-case": kebabCase,
    "server-only-first": serverOnlyFirst,
    "whole-signs": wholeSigns,
  },
};
