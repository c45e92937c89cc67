// @ts-check
import { createServer } from "node:net";

/**
 * Tries to listen where a server is about to.
 * @param {string} variable The variable that sets the port, for the words.
 * @param {string} host
 * @param {string} port
 * @returns {Promise<string | null>} One line that says what is wrong and which variable mends it; `null` when nothing is.
 */
export function listenProblem(variable, host, port) {
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535) {
    return Promise.resolve(`${variable} should be a port number from 0 to 65535.`);
  }
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      resolve(inWords(error.code ?? error.message, variable, host, number));
    });
    probe.listen(number, host, () => probe.close(() => resolve(null)));
  });
}

/**
 * @param {string} code
 * @param {string} variable
 * @param {string} host
 * @param {number} port
 */
function inWords(code, variable, host, port) {
  const other = `Set ${variable} to another one, for example ${variable}=${String(port === 65_535 ? port - 1 : port + 1)}.`;
  if (code === "EADDRINUSE") return `Port ${String(port)} on ${host} is taken. ${other}`;
  if (code === "EACCES") return `Port ${String(port)} on ${host} is not allowed here. ${other}`;
  return `Cannot listen on ${host} (${code}). Set HOST to an address of this machine.`;
}
