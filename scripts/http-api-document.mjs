// @ts-check

const METHOD = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";

/**
 * What answers an address, or a document says that does. Parameters of the path are `{}`.
 * @typedef {{ method: string, path: string }} Address
 * @typedef {{ file: string, text: string }} TextFile
 */

/**
 * The addresses that a document names as `GET /api/…`. In a row of a table a method that stands alone, such as
 * `DELETE`, goes with the address of the row.
 * @param {string} text
 * @returns {Address[]}
 */
export function documentedAddresses(text) {
  return text.split(/\r?\n/).flatMap((line) => {
    const whole = [...line.matchAll(new RegExp(`\`(${METHOD}) (/[^\`\\s?#]*)`, "g"))].map(
      ([, method = "", path = ""]) => ({ method, path: path.replace(/\{[^}]*\}/g, "{}") }),
    );
    const [first] = whole;
    if (first === undefined || !line.startsWith("|")) return whole;
    const alone = [...line.matchAll(new RegExp(`\`(${METHOD})\``, "g"))];
    return [...whole, ...alone.map(([, method = ""]) => ({ method, path: first.path }))];
  });
}

/**
 * The addresses that a route handler answers.
 * @param {TextFile} handler its path from `app/`, and its source
 * @returns {Address[]}
 */
export function answeredAddresses({ file, text }) {
  const path = `/${file.replace(/\/route\.ts$/, "").replace(/\[[^\]]*\]/g, "{}")}`;
  const exported = [
    ...text.matchAll(new RegExp(`^export (?:const|(?:async )?function) (${METHOD})\\b`, "gm")),
  ];
  return exported.map(([, method = ""]) => ({ method, path }));
}

/**
 * What does not fit together, each in a sentence: an address that is documented and not answered, answered and not
 * documented, or that no test imports or asks.
 * @param {{ document: string, handlers: readonly TextFile[], tests: readonly TextFile[] }} texts
 * @returns {string[]}
 */
export function addressProblems({ document, handlers, tests }) {
  const documented = new Set(documentedAddresses(document).map(nameOf));
  const answered = handlers.flatMap((handler) =>
    answeredAddresses(handler).map((address) => ({ address, file: handler.file })),
  );
  const known = new Set(answered.map(({ address }) => nameOf(address)));
  return [
    ...[...documented]
      .filter((name) => !known.has(name))
      .map((name) => `${name} is documented, and no handler answers it`),
    ...answered.flatMap(({ address, file }) => {
      const name = nameOf(address);
      const isTested = tests.some(
        ({ text }) => imports(text, file, address) || asks(text, address),
      );
      return [
        ...(documented.has(name) ? [] : [`${name} is answered, and the document does not name it`]),
        ...(isTested ? [] : [`${name} is answered, and no test imports its handler or asks it`]),
      ];
    }),
  ];
}

/** @param {Address} address */
const nameOf = ({ method, path }) => `${method} ${path}`;

/**
 * @param {string} text
 * @param {string} file
 * @param {Address} address
 */
function imports(text, file, { method }) {
  const from = `from "@/app/${file.replace(/\.ts$/, "")}"`;
  const before = text.split(from).slice(0, -1);
  return before.some((part) =>
    new RegExp(`\\b${method}\\b`).test(part.slice(part.lastIndexOf("import "))),
  );
}

/**
 * Whether a text has the address as a path, with values or `${…}` for its parameters, and a request by its method.
 * @param {string} text
 * @param {Address} address
 */
function asks(text, { method, path }) {
  const parts = path.split("{}").map((part) => part.replace(/[.\\^$*+?()[\]|]/g, "\\$&"));
  const asked = new RegExp(
    `${parts.join("(?:\\$\\{[^}]*\\}|[^/?#\"'`\\s{}$]+)")}(?=["'\`?]|$)`,
    "m",
  );
  if (!asked.test(text)) return false;
  return (
    method === "GET" || text.includes(`"${method}"`) || text.includes(`.${method.toLowerCase()}(`)
  );
}
