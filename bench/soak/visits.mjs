// @ts-check
import { randomUUID } from "node:crypto";
import { cookieHeader, createClient } from "./client.mjs";
import { PASSWORD } from "./stage.mjs";
import { vanishingClients } from "./vanishing.mjs";

const WIDTHS = /** @type {const} */ ([160, 320, 640, 1280]);
const CONTRACTS = /** @type {const} */ (["documented", "current", "v4"]);

/**
 * What people do here beside watching, one visit each; a visit resolves when it is over. Every answer is judged.
 * @param {import("./stage.mjs").Stage} stage
 * @param {import("./journal.mjs").Journal} journal
 * @param {import("./dice.mjs").Dice} dice
 */
export function createVisits({ product: { origin }, control, session }, journal, dice) {
  const client = createClient(origin, session);
  const vanishing = vanishingClients(origin, session);
  /**
   * @param {string} what
   * @param {string} path
   * @param {readonly number[]} [right]
   * @param {import("./client.mjs").Ask} [ask]
   */
  const ask = async (what, path, right = [200], ask = {}) => {
    const answer = await client.ask(path, ask);
    return journal.answer(what, answer, right) ? answer : null;
  };

  return {
    /** An id that names nothing. */
    unknownId: () => ask("ids that name nothing", `/api/tasks/${randomUUID()}`, [404]),

    /** An id that nobody asked for before, then its page, a picture, and a board on which it stands. */
    knownId: async () => {
      const scenario = dice.between(1, 20) === 1 ? "steps-300" : "success-6";
      const taskId = await control.createTask({ scenario, contract: dice.pick(CONTRACTS) });
      const answer = await ask("ids that name a task", `/api/tasks/${taskId}`);
      if (answer === null) return;
      /** @type {{ number: number, screenshotKey: string | null }[]} */
      const steps = answer.json.steps;
      const [first, ...rest] = steps.filter((step) => step.screenshotKey !== null);
      const what = dice.between(0, 5);
      if (what < 3 && first !== undefined) {
        const { number } = dice.pick([first, ...rest]);
        const width = String(dice.pick(WIDTHS));
        await ask(
          "pictures made smaller",
          `/api/tasks/${taskId}/steps/${String(number)}/screenshot?w=${width}`,
        );
      }
      if (what === 3) await ask("pages", `/tasks/${taskId}`);
      if (what === 4) await ask("boards", `/api/board?ids=${taskId},${randomUUID()}`);
    },

    /** Wrong passwords slow signing in down, and 429 says so. */
    signIn: async () => {
      const isRight = dice.between(0, 2) === 0;
      const body = { password: isRight ? PASSWORD : "none of the passwords" };
      const right = [isRight ? 200 : 401, 429];
      await ask("sign-ins", "/api/session", right, { method: "POST", body });
    },

    /**
     * Somebody makes a link, somebody else opens it: its path and cookie, or `null` while that is not to be had.
     * @param {string} taskId
     */
    shareLink: async (taskId) => {
      const made = await ask("share links made", `/api/tasks/${taskId}/share-links`, [200, 201], {
        method: "POST",
        body: { scopes: ["steps", "screenshots"], lifetime: "1h" },
      });
      if (made === null) return null;
      const token = String(made.json.path).split("#")[1] ?? "";
      const opened = await ask("share links opened", "/api/share", [200], {
        method: "POST",
        body: { token },
      });
      if (opened === null) return null;
      const path = `/api/share/${String(opened.json.shareId)}`;
      return { path, cookie: cookieHeader(opened.cookies) };
    },

    /**
     * Somebody who vanishes in one way or another.
     * @param {string} running A task's path and what its page knows, held for five seconds.
     * @param {string} large The path of a large task.
     */
    vanish: async (running, large) => {
      journal.count("clients that vanished");
      const ms = dice.between(100, 4000);
      const how = dice.between(0, 2);
      if (how === 0) await vanishing.inHeldPoll(running, ms);
      if (how === 1) await vanishing.readingSlowly(large, ms);
      if (how === 2) await vanishing.askingByHalves(ms);
    },

    close: () => client.close(),
  };
}

/** @typedef {ReturnType<typeof createVisits>} Visits */
