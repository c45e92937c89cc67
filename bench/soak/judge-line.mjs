// @ts-check

/** `level` of the log from which on a line is an error. */
const ERROR_LEVEL = 50;
/** What Node says of the inspector, over which garbage is collected. */
const INSPECTOR = /^(Debugger (listening|attached|ending)|For help, see)/;

/**
 * What is wrong with a line that the product wrote; `null` for nothing. On stdout there may be a word at the start and
 * lines of the log below an error; whatever else comes on stderr, such as a rejection that nobody handled, is a fault.
 * @param {string} line
 * @param {"stdout" | "stderr"} stream
 * @returns {string | null}
 */
export function problemOfLine(line, stream) {
  const level = levelOf(line);
  if (level !== null) return level >= ERROR_LEVEL ? `the log: ${messageOf(line)}` : null;
  if (stream === "stdout" && !/unhandled|uncaught/i.test(line)) return null;
  return line.trim() === "" || INSPECTOR.test(line) ? null : `${stream}: ${line.slice(0, 200)}`;
}

/** @param {string} line */
function levelOf(line) {
  try {
    const { level } = JSON.parse(line);
    return typeof level === "number" ? level : null;
  } catch {
    return null;
  }
}

/** @param {string} line */
function messageOf(line) {
  const { msg, error, code, place } = JSON.parse(line);
  return [msg, error, code, place].filter((text) => typeof text === "string").join(", ");
}
