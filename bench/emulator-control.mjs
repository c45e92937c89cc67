// @ts-check
import { KEY_HEADER } from "./servers.mjs";

/**
 * The emulator's control endpoint, and the upstream past the product.
 * @param {{ origin: string }} emulator
 */
export function emulatorControl({ origin }) {
  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  const control = async (method, path, body) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await fetch(`${origin}/__emulator${path}`, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The emulator refused ${path}: ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  return {
    /**
     * A fresh task, of the documented contract unless it is told, which costs one call per reading.
     * @param {{ scenario: string, speed?: number, startAtStep?: number, contract?: "documented" | "current" | "v4" }} task
     * @returns {Promise<string>}
     */
    createTask: async (task) =>
      String((await control("POST", "/tasks", { contract: "documented", ...task })).taskId),

    /**
     * @param {string} taskId
     * @param {{ advanceSeconds?: number, paused?: boolean }} move
     */
    moveClock: (taskId, move) => control("POST", `/tasks/${taskId}/clock`, move),

    /** @returns {Promise<{ scenario: string, contract: string, taskId: string }[]>} */
    samples: () => control("GET", "/scenarios"),

    /**
     * Breaks every answer of the API from now on, and answers how to mend that.
     * @param {object} fault As in `e2e/emulator/README.md`.
     */
    breakCalls: async (fault) => {
      const { faultId } = await control("POST", "/faults", { path: "^/api/", fault, times: null });
      return () => control("DELETE", `/faults/${String(faultId)}`);
    },

    /** @returns {Promise<import("./upstream-calls.mjs").LoggedRequest[]>} */
    requests: () => control("GET", "/requests"),

    forgetRequests: () => control("DELETE", "/requests"),

    /**
     * How many steps the upstream shows now.
     * @param {string} taskId
     * @returns {Promise<number>}
     */
    countSteps: async (taskId) => {
      const answer = await fetch(`${origin}/api/v2/tasks/${taskId}`, { headers: KEY_HEADER });
      return (await answer.json()).steps.length;
    },
  };
}
