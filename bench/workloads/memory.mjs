// @ts-check
import { randomUUID } from "node:crypto";
import { Agent, get } from "node:http";
import { readUsage } from "../process-usage.mjs";
import { startProduct } from "../servers.mjs";

const AT_ONCE = 32;

/**
 * Every second id names nothing, one in fifty a run of three hundred steps, the others a short run.
 * @param {number} index
 * @returns {string | null}
 */
function scenarioOf(index) {
  if (index % 2 === 1) return null;
  return index % 50 === 0 ? "steps-300" : "success-6";
}

/**
 * Workload e: the product's memory after ten thousand ids that nobody asks for twice.
 * @param {import("../workload.mjs").Bench} bench
 * @returns {Promise<import("../workload.mjs").Findings>}
 */
export async function askForManyTasks({ emulator, control, isQuick }) {
  const ids = isQuick ? 500 : 10_000;
  const product = await startProduct(emulator, 1000);
  try {
    const idleMegabytes = readUsage(product.pid).peakMegabytes;
    const started = Date.now();
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    /** @type {Record<string, number>} */
    const statuses = {};
    let next = 0;
    const askOn = async () => {
      while (next < ids) {
        const scenario = scenarioOf(next++);
        const taskId = scenario === null ? randomUUID() : await control.createTask({ scenario });
        const status = await statusOf(`${product.origin}/api/tasks/${taskId}`, agent);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askOn));
    agent.destroy();
    const { peakMegabytes } = readUsage(product.pid);
    const seconds = (Date.now() - started) / 1000;
    return {
      rows: [
        {
          workload: "e",
          measure: `server memory after ${ids.toLocaleString("en-US")} ids, peak`,
          unit: "MB",
          product: peakMegabytes,
          baseline: null,
          target: { of: "product", atMost: 512, words: "≤ 512 MB" },
        },
        {
          workload: "e",
          measure: "server memory before the first id",
          unit: "MB",
          product: idleMegabytes,
          baseline: null,
          target: null,
        },
      ],
      figures: { ids, statuses, seconds, idleMegabytes, peakMegabytes },
    };
  } finally {
    await product.stop();
  }
}

/**
 * @param {string} url
 * @param {Agent} agent
 * @returns {Promise<string>}
 */
function statusOf(url, agent) {
  return new Promise((resolve) => {
    const call = get(url, { agent, timeout: 30_000 }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(String(answer.statusCode)));
    });
    call.on("timeout", () => call.destroy(new Error("timeout")));
    call.on("error", (error) => resolve(error.message));
  });
}
